package dev.plumbline.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The server process that a cluster's {@code postmaster.pid} names.
 *
 * @param port where it listens on loopback; empty while it has not got that far
 */
record Postmaster(long pid, OptionalInt port) {

  private static final int PORT_LINE = 3;

  /** What the file says, whether or not the process still lives. */
  static Optional<Postmaster> namedBy(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(pidFile(cluster));
      OptionalInt port =
          lines.size() > PORT_LINE
              ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
              : OptionalInt.empty();
      return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), port));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new DatabaseException("cannot read " + pidFile(cluster) + ": " + e.getMessage(), e);
    }
  }

  static Path pidFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Whether there is such a process, be it dead and not collected by its parent. */
  boolean exists() {
    return Files.exists(process());
  }

  /** Whether the process runs. */
  boolean isAlive() {
    return exists() && !isDead(process());
  }

  private Path process() {
    return Path.of("/proc", String.valueOf(pid));
  }

  private static boolean isDead(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Whether the pid is now that of a stranger: after a reboot numbers are given out anew. A server
   * works inside its cluster. Where we may not see a place, the owner of the process decides.
   */
  boolean isStranger(Path cluster) {
    try {
      Path place = Files.readSymbolicLink(process().resolve("cwd"));
      return !place.startsWith(cluster);
    } catch (IOException e) {
      return exists() && !hasOwnerOf(cluster, process());
    }
  }

  /** Whether any process at all works inside the cluster. */
  static boolean anyoneIn(Path cluster) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> Character.isDigit(process.getFileName().toString().charAt(0)))
          .anyMatch(process -> worksIn(process, cluster));
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean worksIn(Path process, Path cluster) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).startsWith(cluster);
    } catch (AccessDeniedException e) {
      // We may not see where it works. It may be here if it runs as the owner of our files.
      return hasOwnerOf(cluster, process) && isPostgres(process);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasOwnerOf(Path cluster, Path process) {
    try {
      return Ownership.number(process, "unix:uid") == Ownership.number(cluster, "unix:uid");
    } catch (UncheckedIOException e) {
      return false; // it has ended
    }
  }

  private static boolean isPostgres(Path process) {
    try {
      return !isDead(process)
          && Files.readString(process.resolve("comm")).strip().equals("postgres");
    } catch (IOException e) {
      return false;
    }
  }
}
