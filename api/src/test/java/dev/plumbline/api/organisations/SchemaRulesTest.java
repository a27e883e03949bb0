package dev.plumbline.api.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.Connections;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rules that every table, key and function of the schema keeps, also those of the next migration.
 */
@QuarkusTest
class SchemaRulesTest {

  /** Facts that all share, and what holds nobody's data. */
  private static final List<String> SHARED =
      List.of(
          "catalogue_import",
          "flyway_schema_history",
          "list_price",
          "qrtz_blob_triggers", // alarm clocks: the same for all
          "qrtz_calendars",
          "qrtz_cron_triggers",
          "qrtz_fired_triggers",
          "qrtz_job_details",
          "qrtz_locks",
          "qrtz_paused_trigger_grps",
          "qrtz_scheduler_state",
          "qrtz_simple_triggers",
          "qrtz_simprop_triggers",
          "qrtz_triggers",
          "throttle");

  @Test
  void everyTableIsACustomersOrKnownToBeShared() throws SQLException {
    List<String> expected = new ArrayList<>(RowsOfAll.tables());
    expected.addAll(SHARED);

    assertThat(
            texts(
                "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyCustomersTableForcesOnePolicyOnReadingAndWriting() throws SQLException {
    for (String table : RowsOfAll.tables()) {
      String own = "(%s = current_organisation())".formatted(RowsOfAll.owner(table));
      assertThat(
              texts(
                  """
                  select concat_ws(' ', relrowsecurity, relforcerowsecurity)
                  from pg_class where oid = 'public.%s'::regclass"""
                      .formatted(table)))
          .as(table)
          .containsExactly("t t");
      assertThat(
              texts(
                  """
                  select concat_ws(' | ', cmd, permissive, qual, with_check) from pg_policies
                  where tablename = '%s' and roles && array['public', 'plumbline_app']::name[]"""
                      .formatted(table)))
          .as(table)
          .containsExactly("ALL | PERMISSIVE | %s | %s".formatted(own, own));
    }
  }

  @Test
  void everyKeyBetweenCustomersTablesStaysInsideOneOrganisation() throws SQLException {
    assertThat(
            texts(
                """
                select format('%s.%s', child.relname, key.conname)
                from pg_constraint key
                  join pg_class child on child.oid = key.conrelid
                  join pg_attribute mine on mine.attrelid = key.conrelid and mine.attname = 'organisation_id'
                  join pg_attribute other on other.attrelid = key.confrelid
                    and other.attname = case key.confrelid when 'organisation'::regclass then 'id'
                      else 'organisation_id' end
                where key.contype = 'f' and not exists (
                  select 1 from unnest(key.conkey, key.confkey) pair (here, there)
                  where pair.here = mine.attnum and pair.there = other.attnum)"""))
        .isEmpty();
    assertThat(
            texts(
                """
                select conname from pg_constraint
                where contype = 'f' and confrelid = 'organisation'::regclass"""))
        .hasSizeGreaterThan(5); // so that the query above looks at something
  }

  /**
   * A unique key is checked against the rows of all, so whoever meets one learns of another's row.
   * Hashes and random ids are no secret to whoever can present them.
   */
  @Test
  void aUniqueKeyBeginsWithTheOrganisationUnlessItsValueIsRandom() throws SQLException {
    assertThat(
            texts(
                """
                select format('%s (%s)', i.indrelid::regclass, string_agg(a.attname, ', '))
                from pg_index i
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indisunique and i.indrelid in (select attrelid from pg_attribute
                    where attname = 'organisation_id' and attnum > 0)
                  and i.indrelid in (select oid from pg_class
                    where relkind = 'r' and relnamespace = 'public'::regnamespace)
                group by i.indexrelid, i.indrelid
                having bool_or(a.attname = 'organisation_id') is not true order by 1"""))
        .containsExactly(
            "access_token (id)",
            "calendar_feed (secret_hash)",
            "session (id_hash)",
            "sign_in_code (code_hash)");
  }

  @Test
  void theApplicationsRoleIsAnOrdinaryOneThatOwnsNothing() throws SQLException {
    assertThat(
            texts(
                """
                select concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication)
                from pg_roles where rolname in ('plumbline_app', 'plumbline') order by rolname desc"""))
        .containsExactly("f f f f f", "f f f f f");
    assertThat(
            texts(
                """
                select role.rolname from pg_auth_members m join pg_roles role on role.oid = m.roleid
                where m.member = 'plumbline_app'::regrole"""))
        .isEmpty();
    assertThat(
            texts(
                "select deptype from pg_shdepend where refobjid = 'plumbline_app'::regrole and deptype = 'o'"))
        .isEmpty();
  }

  @Test
  void aFunctionThatRunsAsTheOwnerHasAFixedPathAndIsNotForEverybody() throws SQLException {
    assertThat(
            texts(
                """
                select format('%s %s %s', oid::regprocedure, array_to_string(proconfig, ';'),
                  has_function_privilege('public', oid, 'execute'))
                from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"""))
        .hasSizeGreaterThan(6)
        .allMatch(
            each -> each.endsWith(" search_path=public, pg_temp f"), "fixed path, not public");
  }

  @Test
  void theApplicationHoldsExactlyTheGrantsThatAreWrittenDown() throws SQLException, IOException {
    List<String> held =
        texts(
            """
            select format('%s,%s', relname, coalesce(string_agg(held, ' ' order by held), ''))
            from pg_class left join lateral (
              select privilege as held
              from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
                privilege
              where has_table_privilege('plumbline_app', pg_class.oid, privilege)
              union all
              select 'UPDATE(' || string_agg(attname, ' ' order by attname) || ')'
              from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped
                and has_column_privilege('plumbline_app', attrelid, attnum, 'UPDATE')
              union all
              select 'ONLY(' || string_agg(attname, ' ' order by attname) || ')'
              from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped
                and not has_table_privilege('plumbline_app', attrelid, 'SELECT')
                and has_column_privilege('plumbline_app', attrelid, attnum, 'SELECT')) grants on true
            where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace = 'public'::regnamespace
            group by relname order by relname""");

    assertThat(String.join("\n", held)).isEqualTo(writtenDown());
  }

  private static String writtenDown() throws IOException {
    try (InputStream file = SchemaRulesTest.class.getResourceAsStream("grants.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static List<String> texts(String sql) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
