package dev.plumbline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trail in PostgreSQL: how it grows, and what a superuser can do to it unseen: nothing. */
@QuarkusTest
class AuditTrailTest {

  private static final Actor ACTOR = new Actor(Actor.Kind.MEMBER, "m-1", "Mara Müller");

  @Inject AuditTrail trail;
  @Inject Trails trails;
  @Inject TrailReader reader;
  @Inject HeadExport export;
  @Inject HeadFiles files;
  @Inject ViewText views;

  private Organisation organisation;

  @BeforeEach
  void aNewOrganisation() throws SQLException {
    organisation = newOrganisation();
  }

  private static Organisation newOrganisation() throws SQLException {
    UUID id = UUID.randomUUID();
    asSuperuser("insert into organisation (id, name) values ('%s', 'Trail %s')".formatted(id, id));
    return new Organisation(id);
  }

  private void record(Organisation of, int count) {
    for (int i = 0; i < count; i++) {
      AuditedChange change =
          AuditedChange.of("override.created", "override", "id-" + i)
              .from(Map.of("discount", "1"))
              .to(Map.of("discount", Integer.toString(i)));
      QuarkusTransaction.requiringNew().run(() -> trail.record(of, ACTOR, change));
    }
  }

  private List<ChainedEntry> all() {
    return reader.entries(organisation, AuditSearch.EVERYTHING, TrailPosition.oldest(1000));
  }

  @Test
  void everythingThatIsHashedIsKept() {
    record(organisation, 3);

    List<ChainedEntry> entries = all();

    assertThat(entries).hasSize(3).allMatch(ChainedEntry::isSound);
    AuditEntry last = entries.get(2).entry();
    assertThat(last.actor()).isEqualTo(ACTOR);
    assertThat(last.before()).hasValue("{\"discount\":\"1\"}");
    assertThat(last.after()).hasValue("{\"discount\":\"2\"}");
    TrailReport report = trails.check(organisation);
    assertThat(report.isIntact()).isTrue();
    assertThat(report.number()).isEqualTo(3);
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNothingAndNoGap() {
    record(organisation, 2);
    QuarkusTransaction.begin();
    trail.record(organisation, ACTOR, AuditedChange.of("a.b", "a", "1"));
    QuarkusTransaction.rollback();
    record(organisation, 1);

    assertThat(all()).extracting(ChainedEntry::number).containsExactly(1L, 2L, 3L);
    assertThat(trails.check(organisation).isIntact()).isTrue();
  }

  @Test
  void outsideATransactionNothingIsRecorded() {
    assertThatThrownBy(() -> trail.record(organisation, ACTOR, AuditedChange.of("a.b", "a", "1")))
        .hasMessageContaining("ransaction");
  }

  @Test
  void eightWritersInTwoOrganisationsLeaveTwoSoundChains() throws Exception {
    Organisation other = newOrganisation();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      (Callable<Boolean>)
                          () -> {
                            record(i % 2 == 0 ? organisation : other, 50);
                            return true;
                          })
              .toList();
      for (Future<Boolean> done : threads.invokeAll(writers)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(trails.check(organisation))
        .matches(TrailReport::isIntact)
        .matches(report -> report.entries() == 200);
    assertThat(trails.check(other))
        .matches(TrailReport::isIntact)
        .matches(report -> report.entries() == 200);
    assertThat(all().stream().map(each -> each.entry().at()).toList()).isSorted();
  }

  @Test
  void aViewIsTheSameTextWhateverTheOrderOfItsKeysAndNeverTooLong() {
    Map<String, Object> unordered = new java.util.LinkedHashMap<>();
    unordered.put("b", 1);
    unordered.put("a", new TreeMap<>(Map.of("d", List.of(2, 1), "c", "x")));
    assertThat(views.of(unordered)).isEqualTo("{\"a\":{\"c\":\"x\",\"d\":[2,1]},\"b\":1}");
    assertThat(views.of(Map.of("text", "x".repeat(40_000))))
        .hasSizeLessThan(200)
        .contains("\"left_out_characters\":40011", "sha256");
  }

  /** What is done to six entries, as SQL; the head that was exported before stands at entry 6. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "update audit_entry set at = at + interval '1 microsecond' where number = 3 | EDITED 3",
        "update audit_entry set actor_kind = 'token' where number = 3 | EDITED 3",
        "update audit_entry set actor_id = 'm-2' where number = 3 | EDITED 3",
        "update audit_entry set actor_name = 'Other' where number = 3 | EDITED 3",
        "update audit_entry set action = 'override.ended' where number = 3 | EDITED 3",
        "update audit_entry set subject_kind = 'member' where number = 3 | EDITED 3",
        "update audit_entry set subject_id = 'id-9' where number = 3 | EDITED 3",
        "update audit_entry set before = null where number = 3 | EDITED 3",
        "update audit_entry set before = after, after = before where number = 3 | EDITED 3",
        "update audit_entry set after = concat(after, ' ') where number = 3 | EDITED 3",
        "update audit_entry set previous_hash = hash where number = 3 | EDITED 3",
        "update audit_entry set hash = previous_hash where number = 3 | EDITED 3",
        "update audit_entry set hash = previous_hash where number = 6 | EDITED 6; REWRITTEN 1",
        "delete from audit_entry where number = 1 | DELETED 1",
        "delete from audit_entry where number in (3, 4) | DELETED 3",
        "delete from audit_entry where number = 6 | CUT_OFF 6",
        "delete from audit_entry where number = 3; update audit_entry set number = number + 1000 where number > 3;"
            + " update audit_entry set number = number - 1001 where number > 1000 | CUT_OFF 6; DELETED 3",
        "update audit_entry set number = 100 where number = 2; update audit_entry set number = 2 where number = 5;"
            + " update audit_entry set number = 5 where number = 100 | REORDERED 2; REORDERED 5",
        "insert into audit_entry select organisation_id, 7, at, actor_kind, actor_id, actor_name, action,"
            + " subject_kind, subject_id, before, after, previous_hash, hash from audit_entry where number = 6"
            + " | INSERTED 6; INSERTED 7",
        "update audit_head set hash = decode(repeat('ab', 32), 'hex') | HEAD_CHANGED 6",
        "update audit_head set number = 4 | HEAD_CHANGED 4",
        "delete from audit_head | HEAD_CHANGED 0",
        "delete from audit_entry where number > 4; update audit_head set number = 4,"
            + " hash = (select hash from audit_entry e where e.number = 4 and e.organisation_id = audit_head.organisation_id)"
            + " | CUT_OFF 5"
      })
  void whateverASuperuserDoesIsFound(String tampering, String words) throws SQLException {
    record(organisation, 6);
    files.append(trails.head(organisation));
    assertThat(trails.check(organisation).isIntact()).isTrue();

    tamper(tampering);

    assertThat(words(trails.check(organisation))).isEqualTo(words);
  }

  @Test
  void aChainThatIsRewrittenWithRightHashesIsFoundByTheExportedHeadAlone() throws SQLException {
    record(organisation, 6);
    SignedHead exported = trails.head(organisation);
    rewrite(4);
    assertThat(trails.check(organisation).isIntact()).as("sound in itself").isTrue();

    files.append(exported);

    assertThat(words(trails.check(organisation))).isEqualTo("REWRITTEN 1");
  }

  @Test
  void anEntryOfAnotherOrganisationIsFoundWhereItWentAndWhereItWas() throws SQLException {
    Organisation other = newOrganisation();
    record(organisation, 4);
    record(other, 4);
    asSuperuser(
        "delete from audit_entry where organisation_id = '%s' and number = 2".formatted(other.id()),
        "update audit_entry set organisation_id = '%s' where organisation_id = '%s' and number = 2"
            .formatted(other.id(), organisation.id()));

    assertThat(words(trails.check(organisation))).isEqualTo("DELETED 2");
    assertThat(words(trails.check(other))).isEqualTo("INSERTED 2");
  }

  @Test
  void theApplicationItselfCanOnlyAppend() throws SQLException {
    record(organisation, 2);
    for (String statement :
        List.of(
            "update audit_entry set action = 'x'",
            "delete from audit_entry",
            "truncate audit_entry",
            "delete from audit_head",
            "update audit_head set number = 1",
            "update audit_head set number = 5",
            "insert into audit_entry select organisation_id, 9, at, actor_kind, actor_id, actor_name,"
                + " action, subject_kind, subject_id, before, after, previous_hash, hash"
                + " from audit_entry where number = 2")) {
      try (Connection connection = Connections.application();
          Statement sql = connection.createStatement()) {
        connection.setAutoCommit(false);
        sql.execute(
            "select set_config('plumbline.organisation', '%s', true)".formatted(organisation.id()));
        assertThatThrownBy(() -> sql.execute(statement))
            .as(statement)
            .isInstanceOf(SQLException.class);
      }
    }
    assertThat(trails.check(organisation).isIntact()).isTrue();
  }

  @Test
  void headsAreExportedWhenATrailHasGrownAndHoldForItLater() {
    record(organisation, 2);
    export.export();
    export.export();
    record(organisation, 1);
    export.export();

    assertThat(files.read(organisation)).extracting(SignedHead::number).containsExactly(2L, 3L);
    TrailReport report = trails.check(organisation);
    assertThat(report.isIntact()).isTrue();
    assertThat(report.heads()).isEqualTo(2);
    assertThat(report.confirmedTo()).isEqualTo(3);
  }

  private static String words(TrailReport report) {
    return String.join(
        "; ",
        report.found().stream().map(each -> each.kind() + " " + each.number()).sorted().toList());
  }

  private void rewrite(int from) throws SQLException {
    List<ChainedEntry> entries = all();
    List<AuditEntry> others =
        entries.subList(from - 1, entries.size()).stream()
            .map(
                each ->
                    new AuditEntry(
                        organisation,
                        each.number(),
                        each.entry().at(),
                        ACTOR,
                        "nothing.happened",
                        "nothing",
                        "0",
                        each.entry().before(),
                        each.entry().after()))
            .toList();
    for (ChainedEntry each : SomeTrail.chained(entries.get(from - 2).hash(), others)) {
      tamper(
          """
          update audit_entry set action = 'nothing.happened', subject_kind = 'nothing',
            subject_id = '0', previous_hash = decode('%s', 'hex'), hash = decode('%s', 'hex')
            where number = %d;
          update audit_head set hash = decode('%s', 'hex')"""
              .formatted(each.previous(), each.hash(), each.number(), each.hash()));
    }
  }

  /** Statements on this organisation's rows only, with every trigger off. */
  private void tamper(String statements) throws SQLException {
    asSuperuser(
        java.util.Arrays.stream(statements.split(";"))
            .map(
                each ->
                    each.strip()
                        + (each.contains("where number") ? " and " : " where ")
                        + (each.contains("update audit_head") ? "audit_head." : "")
                        + "organisation_id = '%s'".formatted(organisation.id()))
            .toArray(String[]::new));
  }

  private static void asSuperuser(String... statements) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      for (String each : statements) {
        sql.execute(each);
      }
    }
  }
}
