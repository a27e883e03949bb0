package dev.plumbline.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A running PostgreSQL on a data directory of our own.
 *
 * <p>It outlives a killed Plumbline and is found again by the next one. While Plumbline runs, a
 * server that dies is started again on the same port.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;

  private final DataDirectory home;
  private final Cluster cluster;
  private final Consumer<String> messages;
  private final int port;
  private final Guard guard;

  private EmbeddedDatabase(
      DataDirectory home, Cluster cluster, Consumer<String> messages, int port) {
    this.home = home;
    this.cluster = cluster;
    this.messages = messages;
    this.port = port;
    this.guard = new Guard(cluster, port, messages);
  }

  /**
   * Starts the database of a data directory, or takes over the one that still runs there.
   *
   * @param messages told in words what takes time
   * @throws DatabaseException when that is impossible, with the way out
   */
  public static EmbeddedDatabase start(DatabaseSettings settings, Consumer<String> messages) {
    RunAs runAs = RunAs.choose(settings.runAs());
    Path directory = settings.directoryFor(runAs);
    DataDirectory home = DataDirectory.open(directory);
    try {
      return start(settings, home, runAs, messages);
    } catch (RuntimeException e) {
      home.close();
      throw e;
    }
  }

  private static EmbeddedDatabase start(
      DatabaseSettings settings, DataDirectory home, RunAs runAs, Consumer<String> messages) {
    PostgresBinaries binaries = PostgresBinaries.in(settings.binaries().orElse(home.binaries()));
    Cluster cluster = new Cluster(home, binaries, runAs);
    prepare(home, cluster, messages);
    int port = new Survivor(cluster, messages).takeOver().orElseGet(() -> startAnew(cluster));
    try {
      new Roles(port, home.password()).ensure();
    } catch (DatabaseException e) {
      cluster.stop("fast", STOP_LIMIT);
      throw e;
    }
    EmbeddedDatabase database = new EmbeddedDatabase(home, cluster, messages, port);
    database.guard.begin();
    return database;
  }

  private static void prepare(DataDirectory home, Cluster cluster, Consumer<String> messages) {
    try {
      String password = home.password();
      if (cluster.exists() && password.isEmpty()) {
        throw new DatabaseException(home.passwordFile() + " is empty");
      }
      if (cluster.runAs().owner().isPresent()) {
        home.makePassable();
      }
      Files.createDirectories(home.database());
      Ownership.of(cluster.runAs()).give(home.database());
      if (!cluster.exists()) {
        messages.accept("making a new database in " + home.root());
        cluster.create();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Another program may take the free port before PostgreSQL does, so one failure is not the end.
   */
  private static int startAnew(Cluster cluster) {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        cluster.start(port);
        return port;
      } catch (DatabaseException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String jdbcUrl() {
    return Roles.url(port);
  }

  /** The role of the application, which sees through row-level security only. */
  public String username() {
    return Roles.APPLICATION;
  }

  /** The role that owns the tables and runs migrations. */
  public String owner() {
    return Roles.OWNER;
  }

  /** The password of both. */
  public String password() {
    return home.password();
  }

  public Path directory() {
    return home.root();
  }

  /** The pid of the server. */
  public Optional<Long> pid() {
    return Postmaster.namedBy(cluster.directory()).map(Postmaster::pid);
  }

  /** Stops the server, with a checkpoint when there is time for one, and gives up the directory. */
  @Override
  public void close() {
    guard.close();
    try {
      if (!cluster.stop("fast", STOP_LIMIT) && !cluster.stop("immediate", STOP_LIMIT)) {
        messages.accept("PostgreSQL in " + home.root() + " does not stop; the next start will try");
      }
    } finally {
      home.close();
    }
  }
}
