package dev.plumbline.api.organisations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of the migrations. */
final class Migrations {

  private static final Path DIRECTORY = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE =
      Pattern.compile("(?is)create\\s+table\\s+(\\w+)\\s*\\((.*?)\\)\\s*;");

  private Migrations() {}

  /** Names of the tables whose rows belong to an organisation, and of organisations. */
  static Set<String> tablesOfCustomers() {
    Set<String> found = new TreeSet<>(Set.of("organisation"));
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".sql")).toList()) {
        Matcher table = TABLE.matcher(Files.readString(file));
        while (table.find()) {
          if (table.group(2).contains("organisation_id")) {
            found.add(table.group(1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
