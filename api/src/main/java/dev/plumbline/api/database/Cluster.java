package dev.plumbline.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL cluster on disk: made, started and stopped with PostgreSQL's own programs. */
record Cluster(DataDirectory home, PostgresBinaries binaries, RunAs runAs) {

  /** The role that {@code initdb} makes. The application itself connects as another one. */
  static final String ADMINISTRATOR = "postgres";

  private static final Duration INITDB_LIMIT = Duration.ofMinutes(3);
  private static final Duration START_LIMIT = Duration.ofMinutes(20); // recovery may be long
  private static final int LOG_LINES = 15;

  /** Not a choice: a server that answers before data is on disk loses it. */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "password_encryption=scram-sha-256",
          "timezone=UTC",
          "log_timezone=UTC",
          "max_connections=60",
          "huge_pages=off");

  Path directory() {
    return home.cluster();
  }

  boolean exists() {
    return Files.exists(directory().resolve("PG_VERSION"));
  }

  /** Runs {@code initdb} beside the final place, so that a cluster is complete or absent. */
  void create() {
    Path draft = home.database().resolve("cluster.new");
    Path passwordFile = home.database().resolve("password.new");
    try {
      Trees.delete(draft);
      Files.deleteIfExists(passwordFile);
      Files.copy(home.passwordFile(), passwordFile, StandardCopyOption.COPY_ATTRIBUTES);
      Ownership.of(runAs).give(passwordFile);
      initdb(draft, passwordFile);
      Files.delete(passwordFile);
      Files.move(draft, directory(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initdb(Path draft, Path passwordFile) {
    Command.Outcome outcome =
        run(
            INITDB_LIMIT,
            binaries.program("initdb"),
            "--pgdata=" + draft,
            "--username=" + ADMINISTRATOR,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions");
    if (!outcome.succeeded()) {
      throw new DatabaseException("initdb failed: " + outcome.text());
    }
  }

  /** Starts a server on the port and waits until it answers; recovery after a crash included. */
  void start(int port) {
    Command.Outcome outcome =
        run(
            START_LIMIT,
            binaries.program("pg_ctl"),
            "start",
            "--wait",
            "--silent",
            "--timeout=" + START_LIMIT.minusMinutes(1).toSeconds(),
            "--pgdata=" + directory(),
            "--log=" + log(),
            "--options=" + options(port));
    if (!outcome.succeeded()) {
      throw new DatabaseException(
          "PostgreSQL did not start: %s%nlast lines of %s:%n%s"
              .formatted(outcome.text(), log(), lastLines()));
    }
  }

  private static String options(int port) {
    List<String> words = new ArrayList<>();
    words.add("-p " + port);
    SETTINGS.forEach(setting -> words.add("-c " + setting));
    return String.join(" ", words);
  }

  /** Whether a running server is what these programs would start. */
  boolean isSameVersion(String serverVersion) {
    Command.Outcome outcome = run(INITDB_LIMIT, binaries.program("postgres"), "--version");
    return outcome.succeeded() && outcome.text().endsWith(" " + serverVersion);
  }

  /** Stops the server in one of PostgreSQL's modes; false when it runs on after the limit. */
  boolean stop(String mode, Duration limit) {
    return run(
            limit.plusSeconds(10),
            binaries.program("pg_ctl"),
            "stop",
            "--wait",
            "--silent",
            "--mode=" + mode,
            "--timeout=" + limit.toSeconds(),
            "--pgdata=" + directory())
        .succeeded();
  }

  Path log() {
    return home.database().resolve("postgresql.log");
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  private Command.Outcome run(Duration limit, String... words) {
    return new Command(runAs.wrap(words), home.database(), limit).run();
  }
}
