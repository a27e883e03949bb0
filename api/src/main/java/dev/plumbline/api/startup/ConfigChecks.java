package dev.plumbline.api.startup;

import dev.plumbline.api.metrics.MetricNames;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;

/** Looks at the settings before anything is promised: refuses the fatal, warns of the dangerous. */
@ApplicationScoped
class ConfigChecks {

  private static final int BEFORE_ALL_OTHERS = 1;

  private final AgroalDataSource database;
  private final MeterRegistry metrics;
  private final Config config;

  ConfigChecks(AgroalDataSource database, MeterRegistry metrics, Config config) {
    this.database = database;
    this.metrics = metrics;
    this.config = config;
  }

  void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Durability durability = Durability.of(connection);
      durability.settings().keySet().forEach(name -> export(name, durability));
      refuseLoss(durability);
      refuseWayRound(ApplicationRole.of(connection));
    }
    DangerousSettings.in(name -> config.getOptionalValue(name, String.class)).forEach(Log::warn);
  }

  private void export(String name, Durability durability) {
    Gauge.builder(
            MetricNames.DATABASE_DURABLE,
            durability,
            known -> "off".equals(known.settings().get(name)) ? 0 : 1)
        .tag(MetricNames.SETTING, name)
        .strongReference(true)
        .register(metrics);
  }

  static void refuseLoss(Durability durability) {
    if (!durability.broken().isEmpty()) {
      throw new IllegalStateException(
          "the database has %s = off, so it would lose what it has acknowledged; set it to on (ALTER SYSTEM, ALTER ROLE or postgresql.conf) and start again"
              .formatted(String.join(", ", durability.broken())));
    }
    if (!durability.hasChecksums()) {
      Log.warn(
          "the database has no data checksums, so a faulty disk can go unnoticed; stop it and run"
              + " pg_checksums --enable");
    }
  }

  /** Row-level security is the last layer between organisations: it holds, or nothing starts. */
  static void refuseWayRound(ApplicationRole role) {
    if (!role.faults().isEmpty()) {
      throw new IllegalStateException(
          """
          the database's role '%s' of quarkus.datasource.username %s, so row-level security would \
          not keep organisations apart; connect as a role of its own: create role plumbline_app \
          login password '…' nosuperuser nobypassrls; and set quarkus.flyway.username to the role \
          that owns the tables (deploy/README.md has all statements)"""
              .formatted(role.name(), String.join(" and ", role.faults())));
    }
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
