package dev.plumbline.api.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what a server acknowledges survives its crash.
 *
 * @param settings name and value, as seen by the connection that asked: they can differ by role
 */
record Durability(Map<String, String> settings) {

  /** With one of these off, acknowledged data can be lost. */
  private static final List<String> NEEDED =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private static final String CHECKSUMS = "data_checksums";

  Durability {
    settings = Map.copyOf(settings);
  }

  static Durability of(Connection connection) throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String name : NEEDED) {
        settings.put(name, show(statement, name));
      }
      settings.put(CHECKSUMS, show(statement, CHECKSUMS));
    }
    return new Durability(settings);
  }

  private static String show(Statement statement, String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Settings that must not stay as they are; empty when all is well. */
  List<String> broken() {
    return NEEDED.stream().filter(name -> "off".equals(settings.get(name))).toList();
  }

  boolean hasChecksums() {
    return "on".equals(settings.get(CHECKSUMS));
  }
}
