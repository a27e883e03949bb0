package dev.plumbline.api.database;

import java.time.Duration;
import java.util.function.Consumer;

/** Starts the server again when it dies while Plumbline lives. */
final class Guard implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final int port;
  private final Consumer<String> messages;
  private final Thread thread = new Thread(this::watch, "plumbline-database-guard");
  private Duration wait = LOOK_EVERY;
  private boolean closed;

  Guard(Cluster cluster, int port, Consumer<String> messages) {
    this.cluster = cluster;
    this.port = port;
    this.messages = messages;
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  private void watch() {
    while (pause()) {
      synchronized (this) {
        if (!closed && !isServing()) {
          restart();
        }
      }
    }
  }

  private synchronized boolean pause() {
    try {
      if (!closed) {
        wait(wait.toMillis());
      }
      return !closed;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private boolean isServing() {
    return Postmaster.namedBy(cluster.directory()).filter(Postmaster::isAlive).isPresent();
  }

  private void restart() {
    try {
      messages.accept("the database has died; starting it again");
      Survivor dead = new Survivor(cluster, messages);
      Postmaster.namedBy(cluster.directory()).ifPresent(dead::forget);
      cluster.start(port);
      wait = LOOK_EVERY;
      messages.accept("the database runs again");
    } catch (RuntimeException e) { // tried again, more and more slowly
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      messages.accept("the database does not start: " + e.getMessage());
    }
  }

  /** Returns when no restart is under way any more, so that a stop cannot be undone. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
