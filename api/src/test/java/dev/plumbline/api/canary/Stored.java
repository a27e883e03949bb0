package dev.plumbline.api.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Searches what is stored: every column of every table, and the files beneath. */
public final class Stored {

  /** The two files whose purpose is to hold one. */
  private static final Set<String> KEEPERS = Set.of("master-key", "database-password");

  private Stored() {}

  /** Secrets by what they are; what was learned during the suite is there by one sample a kind. */
  private static Map<String, String> wanted() {
    Map<String, String> wanted = new TreeMap<>(Leaks.samples());
    wanted.put("a canary", Canary.MARK);
    wanted.put("the master key", Canary.masterKeyLine().split(" ")[1]);
    return wanted;
  }

  /** Tables in which one was found, as text or as bytes. */
  public static List<String> inTables(Connection superuser) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table : tables(superuser)) {
      try (Statement select = superuser.createStatement();
          ResultSet rows = select.executeQuery("select t::text from " + table + " t")) {
        while (rows.next()) {
          String row = rows.getString(1);
          kindsIn(row).forEach(kind -> found.add(kind + " in " + table));
        }
      }
    }
    return found;
  }

  /** A column of bytes is printed as hexadecimal digits. */
  private static List<String> kindsIn(String row) {
    return wanted().entrySet().stream()
        .filter(
            each ->
                row.contains(each.getValue())
                    || row.contains(HexFormat.of().formatHex(each.getValue().getBytes(UTF_8))))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> tables(Connection superuser) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement select = superuser.createStatement();
        ResultSet rows =
            select.executeQuery(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')""")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** Files below a directory in which one was found, those aside whose purpose it is. */
  public static List<String> inFiles(Path directory) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!KEEPERS.contains(file.getFileName().toString())) {
          search(file, found);
        }
      }
    }
    return found;
  }

  private static void search(Path file, List<String> found) throws IOException {
    try {
      String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
      wanted()
          .forEach(
              (kind, secret) -> {
                if (bytes.contains(secret)) {
                  found.add(kind + " in " + file);
                }
              });
    } catch (NoSuchFileException e) {
      return; // PostgreSQL removes files while we look
    }
  }
}
