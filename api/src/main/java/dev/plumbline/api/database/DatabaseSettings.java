package dev.plumbline.api.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the embedded database lives and how it is run.
 *
 * @param directory the data directory; empty for the default
 * @param binaries where programs are unpacked; empty for inside the data directory
 * @param runAs {@code auto}, or the one way out of root to use: unshare, setpriv, runuser, su
 */
public record DatabaseSettings(Optional<Path> directory, Optional<Path> binaries, String runAs) {

  private static final Path OF_THE_MACHINE = Path.of("/var/lib/plumbline/data");

  public static DatabaseSettings defaults() {
    return new DatabaseSettings(Optional.empty(), Optional.empty(), "auto");
  }

  public DatabaseSettings in(Path path) {
    return new DatabaseSettings(Optional.of(path), binaries, runAs);
  }

  public DatabaseSettings withBinaries(Path path) {
    return new DatabaseSettings(directory, Optional.of(path), runAs);
  }

  public DatabaseSettings runBy(String way) {
    return new DatabaseSettings(directory, binaries, way);
  }

  /** The directory; one that the database's account could never enter is refused or avoided. */
  Path directoryFor(RunAs runAs) {
    Path home = Path.of(System.getProperty("user.home"));
    Path wanted = directory.orElse(home.resolve(".plumbline/data")).toAbsolutePath();
    if (runAs.reaches(existing(wanted))) {
      return wanted;
    }
    if (directory.isEmpty()) {
      return OF_THE_MACHINE;
    }
    throw new DatabaseException(
        "PostgreSQL refuses root and runs here as '%s', who may not enter %s; choose a directory such as %s with --data, or start Plumbline as a normal user"
            .formatted(runAs.owner().orElseThrow().name(), existing(wanted), OF_THE_MACHINE));
  }

  /** The nearest directory on the way up that is not ours to make. */
  private static Path existing(Path path) {
    Path place = path.getParent() == null ? path : path.getParent();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }
}
