package dev.plumbline.api.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program run to its end. */
record Command(List<String> words, Path directory, Duration limit) {

  /** How it ended, and what it said on both streams. */
  record Outcome(int exit, String text) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  /**
   * Runs and waits.
   *
   * @throws DatabaseException when the program cannot be started or takes longer than the limit
   */
  Outcome run() {
    try {
      // A file, not a pipe: a server started by the program would keep a pipe open.
      Path output = Files.createTempFile("plumbline", ".out");
      try {
        return new Outcome(exitOf(output), Files.readString(output).strip());
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new DatabaseException("cannot run %s: %s".formatted(words.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while running " + words.get(0), e);
    }
  }

  private int exitOf(Path output) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new DatabaseException(
          "%s did not end within %d s".formatted(String.join(" ", words), limit.toSeconds()));
    }
    return process.exitValue();
  }
}
