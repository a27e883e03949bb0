package dev.plumbline.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The server that a killed Plumbline left running on our cluster, if there is one. */
record Survivor(Cluster cluster, Consumer<String> messages) {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration EMPTY_LIMIT = Duration.ofSeconds(30);

  /**
   * The port of a survivor that is as good as one of our own start; any other one is stopped.
   *
   * @return empty when a server must be started
   */
  Optional<Integer> takeOver() {
    Optional<Postmaster> named = Postmaster.namedBy(cluster.directory());
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Postmaster postmaster = named.get();
    if (postmaster.isAlive() && !postmaster.isStranger(cluster.directory())) {
      return takeOver(postmaster);
    }
    forget(postmaster);
    return Optional.empty();
  }

  private Optional<Integer> takeOver(Postmaster postmaster) {
    OptionalInt port = postmaster.port();
    if (port.isPresent()
        && new Roles(port.getAsInt(), cluster.home().password()).isOurServer(cluster)) {
      messages.accept("taking over the running database (pid %d)".formatted(postmaster.pid()));
      return Optional.of(port.getAsInt());
    }
    messages.accept("stopping a leftover database (pid %d)".formatted(postmaster.pid()));
    stop(postmaster);
    return Optional.empty();
  }

  private void stop(Postmaster postmaster) {
    if (cluster.stop("fast", STOP_LIMIT) || cluster.stop("immediate", STOP_LIMIT)) {
      return;
    }
    ProcessHandle.of(postmaster.pid()).ifPresent(ProcessHandle::destroyForcibly);
    waitUntilNobodyIsIn(cluster.directory());
  }

  /**
   * PostgreSQL refuses to start while the number in its pid file belongs to any process: also to a
   * stranger, and to a dead server that its parent has not collected.
   */
  void forget(Postmaster postmaster) {
    Path directory = cluster.directory();
    waitUntilNobodyIsIn(directory); // its children end by themselves
    if (postmaster.exists()) {
      try {
        Files.deleteIfExists(Postmaster.pidFile(directory));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void waitUntilNobodyIsIn(Path directory) {
    long end = System.nanoTime() + EMPTY_LIMIT.toNanos();
    while (Postmaster.anyoneIn(directory)) {
      if (System.nanoTime() > end) {
        throw new DatabaseException(
            "processes of a dead PostgreSQL still work in %s; end them and start again"
                .formatted(directory));
      }
      Pause.of(Duration.ofMillis(100));
    }
  }
}
