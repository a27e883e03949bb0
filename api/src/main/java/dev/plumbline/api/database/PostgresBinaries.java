package dev.plumbline.api.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked once.
 *
 * <p>The directory is named for the content of the archive, so that another version never meets
 * this one's files, and appears by a rename, so that it is complete or absent.
 */
record PostgresBinaries(Path directory) {

  private static final int NAME_LENGTH = 16;
  private static final String DRAFT = "unpacking";

  /** Unpacks below the given directory unless that has been done before. */
  static PostgresBinaries in(Path parent) {
    String archive = archive();
    Path directory = parent.resolve(fingerprintOf(archive));
    if (!Files.isDirectory(directory)) {
      unpack(archive, parent, directory);
    }
    return new PostgresBinaries(directory);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  private static String archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> System.getProperty("os.arch");
        };
    String name = "/postgres-%s-%s.txz".formatted(system, machine);
    if (PostgresBinaries.class.getResource(name) == null) {
      throw new DatabaseException(
          "no embedded PostgreSQL for %s on %s; set quarkus.datasource.jdbc.url to a PostgreSQL of your own"
              .formatted(system, machine));
    }
    return name;
  }

  private static String fingerprintOf(String archive) {
    try (InputStream in = open(archive);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, NAME_LENGTH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String archive) {
    return Optional.ofNullable(PostgresBinaries.class.getResourceAsStream(archive)).orElseThrow();
  }

  private static void unpack(String archive, Path parent, Path directory) {
    try {
      Files.createDirectories(parent);
      Trees.deleteIn(parent, DRAFT); // of a process that was killed while unpacking
      Path draft = Files.createTempDirectory(parent, DRAFT);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
      extract(archive, draft);
      publish(draft, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void publish(Path draft, Path directory) throws IOException {
    try {
      Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
      Trees.delete(draft); // another process was first, with the same content
    }
  }

  private static void extract(String archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, target);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
