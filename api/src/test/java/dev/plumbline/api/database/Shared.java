package dev.plumbline.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;

/** One database for the tests that only look at it. It is stopped with the virtual machine. */
final class Shared {

  private static EmbeddedDatabase database;

  private Shared() {}

  static synchronized EmbeddedDatabase database() {
    if (database == null) {
      database = EmbeddedDatabase.start(TestDatabase.settings(), message -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(Shared::stop));
    }
    return database;
  }

  private static void stop() {
    database.close();
    try {
      Trees.delete(database.directory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
