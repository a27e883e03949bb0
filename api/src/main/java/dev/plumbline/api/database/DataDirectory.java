package dev.plumbline.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * Where Plumbline keeps everything, held by one process at a time.
 *
 * <p>The lock is the kernel's: it goes away with its process, however that ends. What the lock file
 * says is only for the message to a second process.
 */
public final class DataDirectory implements AutoCloseable {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int PASSWORD_LENGTH = 40;

  private final Path root;
  private final FileChannel lockFile;

  private DataDirectory(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes the directory if need be and locks it.
   *
   * @throws DatabaseException when another process holds it, or when it cannot be written
   */
  public static DataDirectory open(Path path) {
    try {
      Files.createDirectories(path);
      Path root = path.toRealPath();
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      return new DataDirectory(root, lock(root));
    } catch (IOException e) {
      throw new DatabaseException(
          "cannot use the data directory %s: %s; choose another one with --data".formatted(path, e),
          e);
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      String holder = Files.readString(root.resolve("lock")).strip();
      channel.close();
      throw new DatabaseException(
          "another Plumbline (pid %s) uses the data directory %s; stop it, or choose another directory with --data"
              .formatted(holder.isEmpty() ? "unknown" : holder, root));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  public Path root() {
    return root;
  }

  /** Unpacked programs, one directory for each content. */
  Path binaries() {
    return root.resolve("postgresql");
  }

  /** What PostgreSQL itself writes: the cluster and its start-up log. */
  Path database() {
    return root.resolve("database");
  }

  Path cluster() {
    return database().resolve("cluster");
  }

  Path passwordFile() {
    return root.resolve("database-password");
  }

  /** The password of both database roles, made at first use. */
  String password() {
    try {
      if (!Files.exists(passwordFile())) {
        writePassword();
      }
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written aside and renamed: a password file is complete or absent. */
  private void writePassword() throws IOException {
    Path draft = root.resolve("database-password.new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, newPassword() + "\n");
    Files.move(draft, passwordFile());
  }

  private static String newPassword() {
    SecureRandom random = new SecureRandom();
    return random
        .ints(PASSWORD_LENGTH, 0, LETTERS.length())
        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
        .collect(java.util.stream.Collectors.joining());
  }

  /** Lets another user pass through, who owns the database below. */
  void makePassable() {
    try {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
