package dev.plumbline.api.cli;

import dev.plumbline.api.database.DatabaseException;
import dev.plumbline.api.database.DatabaseSettings;
import dev.plumbline.api.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the product: the database, unless another one is configured, and then Quarkus. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Starts the web pages and the HTTP interface, with a database of its own.",
    footer = {
      "",
      "Every setting can also be an environment variable, a system property or a line of",
      "config/application.properties. With quarkus.datasource.jdbc.url set, that database",
      "is used and none is started."
    })
public final class ServeCommand implements Callable<Integer> {

  private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on (default 8080; 0 takes a free one).")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default 127.0.0.1: this machine only).")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description = "Port of health and metrics (default 9000; 0 takes a free one).")
  private Optional<Integer> managementPort = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIRECTORY",
      description = "Data directory of the database (default ~/.plumbline/data).")
  private Optional<Path> data = Optional.empty();

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    // Before anything logs: later it is too late for Quarkus to bring its own.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    port.ifPresent(number -> System.setProperty("quarkus.http.port", String.valueOf(number)));
    managementPort.ifPresent(
        number -> System.setProperty("quarkus.management.port", String.valueOf(number)));
    host.ifPresent(address -> System.setProperty("quarkus.http.host", address));
    Config config = ConfigUtils.configBuilder().build();
    if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
      return runQuarkus();
    }
    return serveFrom(startDatabase(config));
  }

  private EmbeddedDatabase startDatabase(Config config) {
    DatabaseSettings settings = DatabaseSettings.defaults();
    Optional<Path> directory =
        data.or(
            () -> config.getOptionalValue("plumbline.data-directory", String.class).map(Path::of));
    if (directory.isPresent()) {
      settings = settings.in(directory.get());
    }
    Optional<String> way = config.getOptionalValue("plumbline.database.run-as", String.class);
    if (way.isPresent()) {
      settings = settings.runBy(way.get());
    }
    try {
      return EmbeddedDatabase.start(settings, surroundings::say);
    } catch (DatabaseException e) {
      throw new ServerUnavailableException(e.getMessage());
    }
  }

  private int serveFrom(EmbeddedDatabase database) {
    System.setProperty(JDBC_URL, database.jdbcUrl());
    System.setProperty("quarkus.datasource.username", database.username());
    System.setProperty("quarkus.datasource.password", database.password());
    System.setProperty("quarkus.flyway.username", database.owner());
    System.setProperty("quarkus.flyway.password", database.password());
    System.setProperty(
        "quarkus.http.body.uploads-directory", database.directory().resolve("uploads").toString());
    System.setProperty(
        "plumbline.secrets.own-master-key-file",
        database.directory().resolve("master-key").toString());
    byDefault("plumbline.audit.signing-key-file", database.directory().resolve("audit-key.pem"));
    byDefault("plumbline.audit.head-directory", database.directory().resolve("audit-heads"));
    surroundings.say("database ready in " + database.directory());
    try (StopAfter stop = new StopAfter(database)) {
      return runQuarkus();
    }
  }

  /** A place inside the data directory, unless another one is configured. */
  private static void byDefault(String setting, Path place) {
    Config config = ConfigUtils.configBuilder().build();
    if (config.getOptionalValue(setting, String.class).isEmpty()) {
      System.setProperty(setting, place.toString());
    }
  }

  private int runQuarkus() {
    AtomicInteger code = new AtomicInteger();
    Quarkus.run(null, (exit, failure) -> code.set(reported(exit, failure)));
    return code.get();
  }

  /** Quarkus leaves it to a handler of exits to say why. */
  private int reported(int exit, Throwable failure) {
    if (failure == null) {
      return exit == 0 ? 0 : ExitCode.SERVER.code();
    }
    surroundings.say(StartFailure.explain(failure));
    return ExitCode.SERVER.code();
  }
}
