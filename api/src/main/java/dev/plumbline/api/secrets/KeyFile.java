package dev.plumbline.api.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Master keys in a file that its owner alone can read. */
record KeyFile(Path path) {

  private static final int LARGEST = 64 * 1024;

  private static final Set<PosixFilePermission> OF_THE_OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** What changes with every replacement of the file. */
  record Stamp(Object identity, long size, long modifiedNanos) {}

  boolean exists() {
    return Files.exists(path);
  }

  Stamp stamp() throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    return new Stamp(
        String.valueOf(now.fileKey()),
        now.size(),
        now.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS));
  }

  /**
   * @throws IllegalArgumentException naming the line, or with the remedy for its permissions
   */
  KeyRing read() throws IOException {
    refuseReaders();
    if (Files.size(path) > LARGEST) {
      throw new IllegalArgumentException(path + " is larger than a file of keys");
    }
    return KeyRing.parse(Files.readAllLines(path, StandardCharsets.US_ASCII), path.toString());
  }

  private void refuseReaders() throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
    if (found.stream().anyMatch(each -> !each.name().startsWith("OWNER_"))) {
      throw new IllegalArgumentException(
          "others than its owner can use the file of master keys (%s); run: chmod 600 %s"
              .formatted(PosixFilePermissions.toString(found), path));
    }
  }

  /** Puts a line in front: written aside, forced to disk, renamed. A crash leaves old or new. */
  void prepend(String line) throws IOException {
    String older = exists() ? Files.readString(path, StandardCharsets.US_ASCII) : "";
    Path place = exists() ? path.toRealPath() : path;
    Path draft = place.resolveSibling(place.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, PosixFilePermissions.asFileAttribute(OF_THE_OWNER));
    ByteBuffer text = StandardCharsets.US_ASCII.encode(line + "\n" + older);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(place.toAbsolutePath().getParent())) {
      directory.force(true); // the name, too, survives a power cut
    }
  }
}
