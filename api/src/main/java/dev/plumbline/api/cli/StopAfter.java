package dev.plumbline.api.cli;

import dev.plumbline.api.database.EmbeddedDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the database after Quarkus has stopped.
 *
 * <p>On SIGTERM the virtual machine ends as soon as all shutdown hooks have returned, whatever the
 * main thread still does. So a hook waits for the main thread to leave Quarkus and then stops the
 * database; without a signal, the main thread does so itself.
 */
final class StopAfter implements AutoCloseable {

  private static final int LONGEST_SHUTDOWN_SECONDS = 60;

  private final EmbeddedDatabase database;
  private final CountDownLatch quarkusHasStopped = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopInShutdown, "plumbline-database-stop");

  StopAfter(EmbeddedDatabase database) {
    this.database = database;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stopInShutdown() {
    try {
      boolean orderly = quarkusHasStopped.await(LONGEST_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
      if (!orderly) {
        System.err.println("plumbline: requests do not end; stopping the database under them");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }

  @Override
  public void close() {
    quarkusHasStopped.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // shutting down: the hook does it
    }
    database.close();
  }
}
