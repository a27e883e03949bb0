package dev.plumbline.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who must own the files that PostgreSQL uses. */
record Ownership(int uid, int gid) {

  static Ownership of(RunAs runAs) {
    return runAs
        .owner()
        .map(account -> new Ownership(account.uid(), account.gid()))
        .orElseGet(Ownership::ours);
  }

  private static Ownership ours() {
    Path self = Path.of("/proc/self");
    return new Ownership(number(self, "unix:uid"), number(self, "unix:gid"));
  }

  /** Gives a file, or a directory and all in it, unless it is given already. */
  void give(Path path) throws IOException {
    if (number(path, "unix:uid") == uid) {
      return;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      // The top last, so that an interrupted walk is begun again.
      List<Path> files = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  static int number(Path path, String attribute) {
    try {
      return (int) Files.getAttribute(path, attribute);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
