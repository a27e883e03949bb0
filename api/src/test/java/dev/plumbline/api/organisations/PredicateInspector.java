package dev.plumbline.api.organisations;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Looks at every statement that Hibernate sends during the tests, and refuses one that touches a
 * table of customers without saying of which organisation. So a test that runs a query is a test
 * that it has the predicate, although row-level security would hide its absence.
 */
@PersistenceUnitExtension
public class PredicateInspector implements StatementInspector {

  private static final long serialVersionUID = 1;

  /** Read from the migrations, before there is a database; a test compares it with the schema. */
  static final Set<String> TABLES = Migrations.tablesOfCustomers();

  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(from|join|update|into|,)\\s+(?:only\\s+)?([a-z_]+)\\b(?:\\s+(?:as\\s+)?([a-z_0-9]+))?");
  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "set",
          "values",
          "on",
          "order",
          "for",
          "limit",
          "join",
          "left",
          "inner",
          "group",
          "using",
          "returning",
          "fetch",
          "offset",
          "union",
          "cross",
          "select",
          "default");

  @Override
  public String inspect(String sql) {
    missing(sql)
        .ifPresent(
            table -> {
              throw new IllegalStateException(
                  "no predicate on the organisation of %s in: %s".formatted(table, sql));
            });
    return sql;
  }

  /** The table whose rows are touched without naming the organisation. */
  static Optional<String> missing(String statement) {
    String sql = statement.toLowerCase(Locale.ROOT).replaceAll("'[^']*'", "''");
    Matcher found = TABLE.matcher(sql);
    while (found.find()) {
      String table = found.group(2);
      if (TABLES.contains(table) && !isBound(sql, found)) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  private static boolean isBound(String sql, Matcher found) {
    String table = found.group(2);
    String column = table.equals("organisation") ? "id" : "organisation_id";
    if (found.group(1).equals("into")) {
      return sql.matches("(?s).*into\\s+" + table + "\\s*\\([^)]*\\b" + column + "\\b.*");
    }
    String alias =
        found.group(3) == null || NO_ALIAS.contains(found.group(3)) ? "" : found.group(3);
    String name =
        alias.isEmpty()
            ? "(?<![.\\w])(?:" + table + "\\.)?" + column
            : "\\b" + alias + "\\." + column;
    String value = "\\s*=\\s*(?:\\?|cast\\(\\?|[a-z_0-9]+\\.organisation_id)";
    return Pattern.compile(name + value).matcher(sql).find()
        || Pattern.compile("=\\s*" + name + "\\b").matcher(sql).find();
  }
}
