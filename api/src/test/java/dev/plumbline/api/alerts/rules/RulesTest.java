package dev.plumbline.api.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.alerts.AlertBook;
import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.alerts.AlertView;
import dev.plumbline.api.alerts.Alerts;
import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.PinPlace;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.notifications.Channels;
import dev.plumbline.api.notifications.SomeChannels;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Criticality;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.VersionUpgrade;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules state of pins, syncs and plans, and that each of it ends with its cause. */
@QuarkusTest
class RulesTest {

  private static final String SNAPSHOT = "gpt-4o-2024-08-06";
  private static final String OWNER = "ada@example.com";

  @Inject @Any Instance<AlertRule> rules;
  @Inject AlertBook book;
  @Inject Alerts alerts;
  @Inject Channels channels;
  @Inject SomeChannels some;
  @Inject Consumers consumers;
  @Inject Pins pins;
  @Inject Deployments deployments;
  @Inject Clock clock;

  private Organisation organisation;
  private Caller operator;
  private UUID account;

  @BeforeEach
  void begin() throws SQLException {
    organisation = SomeOrganisation.added();
    operator = SomeCallers.operator(organisation);
    account = UUID.randomUUID();
    SomeCallers.execute(
        """
        insert into provider_account (organisation_id, id, provider, name, base_url, aliases,
          confirm, created_at, changed_at)
        values (?, ?, 'openai', 'Production', 'https://api.openai.com/v1', '{}', true,
          now() - interval '300 days', now() - interval '300 days')""",
        organisation.id(),
        account);
    run("complete", "1 hour");
  }

  private void run(String outcome, String ago) throws SQLException {
    SomeCallers.execute(
        """
        insert into sync_run (organisation_id, id, account_id, started_at, finished_at, outcome,
          detail, models, whole_list, changes, changed)
        values (?, gen_random_uuid(), ?, now() - cast(? as interval), now() - cast(? as interval),
          ?, ?, 9, true, '[]', 0)""",
        organisation.id(),
        account,
        ago,
        ago,
        outcome,
        outcome.equals("complete") ? null : "status 401 invalid_api_key");
  }

  private void event(String kind, String subject, String ago) throws SQLException {
    event(kind, subject, ago, null, null);
  }

  private void event(String kind, String subject, String ago, String before, String after)
      throws SQLException {
    SomeCallers.execute(
        """
        insert into sync_event (organisation_id, id, account_id, at, kind, weight, subject, before,
          after, effect, muted)
        values (?, gen_random_uuid(), ?, now() - cast(? as interval), ?, 'WARNING', ?, ?, ?,
          'input 2.5 USD per 1m tokens, now 2 USD per 1m tokens', false)""",
        organisation.id(),
        account,
        ago,
        kind,
        subject,
        before,
        after);
  }

  private UUID application(String model) {
    UUID id =
        consumers
            .add(
                organisation,
                Actor.SYSTEM,
                new Consumer("search", "Ada", OWNER, Criticality.HIGH, Environment.PRODUCTION))
            .id();
    pin(id, Optional.of(model));
    return id;
  }

  private void pin(UUID consumer, Optional<String> model) {
    pins.move(
        organisation,
        Actor.SYSTEM,
        new PinPlace(consumer, "default"),
        model.map(name -> new ModelKey(Provider.OPENAI, name)));
  }

  private AlertRule rule(String name) {
    return rules.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private Collection<Condition> stated(String rule, LocalDate day) {
    return rule(rule).of(organisation).apply(day);
  }

  /** As the job does, for one rule; then what is open of it. */
  private List<AlertView> open(String rule) {
    book.reconcile(organisation, rule, stated(rule, today()));
    return alerts.list(operator, List.of("open"), 99).stream()
        .filter(each -> each.rule().equals(rule))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Test
  void anAccountIsDownAfterThreeFailuresAndUpAgainAfterOneSuccess() throws SQLException {
    run("failed", "50 minutes");
    run("failed", "40 minutes");
    assertThat(open("provider.down")).isEmpty();

    run("failed", "30 minutes");
    assertThat(open("provider.down"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.summary())
                  .startsWith("The account “Production” cannot be read since ")
                  .endsWith(": status 401 invalid_api_key");
              assertThat(alert.link()).isEqualTo("/settings/providers");
            });

    run("complete", "1 minute");
    assertThat(open("provider.down")).isEmpty();
  }

  @Test
  void anAccountThatNobodyReadsForADayIsDown() throws SQLException {
    SomeCallers.execute(
        "update sync_run set finished_at = finished_at - interval '25 hours' where account_id = ?",
        account);
    assertThat(open("provider.down"))
        .singleElement()
        .satisfies(alert -> assertThat(alert.summary()).contains("was not read since"));

    run("partial", "1 minute");
    assertThat(open("provider.down")).as("it answers, if only in parts").isEmpty();
    SomeCallers.execute("update provider_account set disabled_at = now() where id = ?", account);
    assertThat(open("provider.down")).as("nobody asks it any more").isEmpty();
  }

  @Test
  void anAccountThatIsReadInPartsIsAnAlertThatMutesNothing() throws SQLException {
    for (String ago : List.of("50 minutes", "40 minutes", "30 minutes")) {
      run("partial", ago);
    }

    assertThat(open("provider.partial")).hasSize(1);
    assertThat(open("provider.down")).isEmpty();
  }

  @Test
  void theHistoryOfAnAccountCanBeTried() throws SQLException {
    run("complete", "60 days");
    for (String ago : List.of("50 days", "49 days 23 hours", "49 days 22 hours")) {
      run("failed", ago);
    }
    run("complete", "49 days 1 hour");

    assertThat(RulePreview.of(rule("provider.down"), organisation, today()).told())
        .filteredOn(line -> line.event().equals("opened"))
        .as("since the run of 60 days ago, and since that of 49 days ago, nobody read it")
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void aMissingModelIsToldItsOwnerUnlessTheProviderIsDown() throws SQLException {
    some.mailToOwners(operator);
    application(SNAPSHOT);
    event("model.missing", SNAPSHOT, "5 minutes");
    event("model.missing", "nobody-uses-this", "5 minutes");
    event("model.missing", "a name that no model can have", "5 minutes");
    for (String ago : List.of("50 minutes", "40 minutes", "30 minutes")) {
      run("failed", ago);
    }
    open("provider.down");

    assertThat(open("model.missing")).hasSize(1);
    assertThat(mailsTo(OWNER)).as("the account explains it").isZero();

    run("complete", "1 minute");
    open("provider.down");
    assertThat(open("model.missing"))
        .singleElement()
        .satisfies(alert -> assertThat(alert.asked()).isEqualTo(OWNER));
    assertThat(mailsTo(OWNER)).isEqualTo(1);

    event("model.recovered", SNAPSHOT, "1 minute");
    assertThat(open("model.missing")).isEmpty();
  }

  private long mailsTo(String address) {
    return channels.deliveries(operator, "", 99).deliveries().stream()
        .filter(each -> address.equals(each.recipient()))
        .count();
  }

  @Test
  void aModelThatIsGoneConcernsWhoeverUsesIt() throws SQLException {
    UUID application = application(SNAPSHOT);
    event("model.retired_as_planned", SNAPSHOT, "30 days");
    event("model.gone_early", "nobody-uses-this", "1 day");

    assertThat(open("model.gone"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.severity()).isEqualTo("critical");
              assertThat(alert.summary()).contains("is still in use; 1 application uses it");
              assertThat(alert.link()).isEqualTo("/consumers");
            });

    pin(application, Optional.empty());
    assertThat(open("model.gone")).isEmpty();
  }

  @Test
  void aFineTuneThatIsGoneEarlyIsNewsAlthoughNobodyCallsIt() throws SQLException {
    String tuned = "ft:gpt-4o-2024-08-06:acme::AbCdEfGh";
    UUID model = UUID.randomUUID();
    SomeCallers.execute(
        """
        insert into fine_tune (organisation_id, id, provider, model, base, hyperparameters,
          dataset_files, owner, contact, metrics, state, state_since, state_reason, registered_at,
          changed_at)
        values (?, ?, 'openai', ?, 'gpt-4o-2024-08-06', '{}', '{}', 'Ada', ?, '{}', 'gone', now(),
          'the provider no longer has it', now(), now())""",
        organisation.id(),
        model,
        tuned,
        OWNER);
    event("model.gone_early", tuned, "1 day");

    assertThat(open("model.gone"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.asked()).isEqualTo(OWNER);
              assertThat(alert.link()).isEqualTo("/models/" + model);
            });
    SomeCallers.execute(
        "update sync_event set at = at - interval '15 days' where organisation_id = ?",
        organisation.id());
    assertThat(open("model.gone")).isEmpty();
  }

  @Test
  void anAliasThatMovedIsToldWithItsPrices() throws SQLException {
    application("gpt-4o");
    event("alias.moved", "gpt-4o", "20 days", null, "gpt-4o-2024-05-13");
    event("alias.moved", "gpt-4o", "1 day", "gpt-4o-2024-05-13", SNAPSHOT);

    assertThat(open("alias.moved"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.summary())
                  .isEqualTo(
                      "openai:gpt-4o means gpt-4o-2024-08-06, before gpt-4o-2024-05-13;"
                          + " 1 application uses it; input 2.5 USD per 1m tokens, now 2 USD per"
                          + " 1m tokens");
              assertThat(alert.severity()).isEqualTo("warning");
              assertThat(alert.asked()).isEqualTo(OWNER);
            });
    assertThat(RulePreview.of(rule("alias.moved"), organisation, today()).told())
        .filteredOn(line -> line.event().equals("opened"))
        .hasSize(1);

    SomeCallers.execute(
        "update sync_event set at = at - interval '14 days' where organisation_id = ?",
        organisation.id());
    assertThat(open("alias.moved")).isEmpty();
  }

  @Test
  void aPinThatThePolicyRefusesIsToldTheApplicationsOwner() {
    UUID application = application("gpt-4o");

    assertThat(open("pin.violation"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.summary())
                  .startsWith("search in production is pinned to gpt-4o: gpt-4o is an alias");
              assertThat(alert.severity()).isEqualTo("error");
              assertThat(alert.asked()).isEqualTo(OWNER);
              assertThat(alert.link()).isEqualTo("/consumers#" + application);
            });

    pin(application, Optional.of(SNAPSHOT));
    assertThat(open("pin.violation")).isEmpty();
  }

  @Test
  void anAzureDeploymentThatUpgradesItselfIsAMovingAlias() {
    UUID application =
        consumers
            .add(
                organisation,
                Actor.SYSTEM,
                new Consumer("search", "Ada", OWNER, Criticality.HIGH, Environment.PRODUCTION))
            .id();
    deploy(VersionUpgrade.ONCE_EXPIRED);
    pins.move(
        organisation,
        Actor.SYSTEM,
        new PinPlace(application, "default"),
        Optional.of(new ModelKey(Provider.AZURE, "chat-prod")));

    assertThat(open("pin.violation"))
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.summary())
                    .endsWith(
                        "chat-prod is an alias that the provider can move; it means"
                            + " gpt-4o-2024-08-06 today"));

    deploy(VersionUpgrade.NONE);
    assertThat(open("pin.violation")).isEmpty();
  }

  private void deploy(VersionUpgrade upgrade) {
    deployments.register(
        organisation,
        Actor.SYSTEM,
        new Deployment(
            Provider.AZURE,
            "acme-sweden",
            "chat-prod",
            SNAPSHOT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(upgrade),
            Optional.empty()));
  }

  @Test
  void aModelThatIsOnlyDeployedIsShownWithItsDeployment() throws SQLException {
    deploy(VersionUpgrade.NONE);
    UUID deployment = deployments.all(organisation).get(0).id();
    SomeCallers.execute("update provider_account set provider = 'azure' where id = ?", account);
    event("model.gone_early", SNAPSHOT, "1 day");

    assertThat(open("model.gone"))
        .singleElement()
        .satisfies(alert -> assertThat(alert.link()).isEqualTo("/deployments#" + deployment));
  }

  @Test
  void aChangeThatWaitsIsToldThoseWhoMayApproveItButNotItsAuthor() throws SQLException {
    UUID author = member("author@example.com", "admin");
    member("approver@example.com", "admin");
    member("viewer@example.com", "viewer");
    UUID change = UUID.randomUUID();
    SomeCallers.execute(
        """
        insert into model_change (organisation_id, id, place, from_provider, from_model, reason,
          switch_date, rollback_days, author_id, author_name, requested_at)
        values (?, ?, 'support', 'openai', 'gpt-4o-2024-08-06', 'it ends', '2026-12-01', 30, ?,
          'Grace', now())""",
        organisation.id(),
        change,
        author.toString());

    assertThat(stated("change.waiting", today()))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.summary())
                  .isEqualTo(
                      "Grace asks to move support from gpt-4o-2024-08-06 to nothing on 2026-12-01");
              assertThat(each.contacts()).containsExactly("approver@example.com");
              assertThat(each.link()).isEqualTo("/changes/" + change);
            });
    SomeCallers.execute(
        """
        insert into model_change_event (organisation_id, change_id, number, author_id, kind, at,
          by_id, by_name, detail)
        values (?, ?, 1, ?, 'withdrawn', now(), ?, 'Grace', '{"text":"no"}')""",
        organisation.id(),
        change,
        author.toString(),
        author.toString());
    assertThat(stated("change.waiting", today())).isEmpty();
  }

  private UUID member(String email, String role) throws SQLException {
    UUID id = UUID.randomUUID();
    SomeCallers.execute(
        "insert into member (organisation_id, id, email, name, role) values (?, ?, ?, ?, ?)",
        organisation.id(),
        id,
        email,
        email,
        role);
    return id;
  }

  @Test
  void aWayBackThatWorkedAndNoLongerDoesIsToldTheOwner() throws SQLException {
    // an end that nobody knows would keep the way back from ever working
    UUID application = application("gpt-4.1-2025-04-14");
    pin(application, Optional.of("gpt-6-luna"));
    assertThat(open("rollback.lost")).as("it was never seen to answer").isEmpty();

    answered("8 days");
    assertThat(open("rollback.lost"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.summary())
                  .startsWith("search (production), default cannot go back: gpt-4.1-2025-04-14");
              assertThat(alert.severity()).isEqualTo("warning");
              assertThat(alert.asked()).isEqualTo(OWNER);
              assertThat(alert.link()).isEqualTo("/consumers#" + application);
            });
    assertThat(stated("rollback.lost", today().plusYears(2))).as("it ended long ago").isEmpty();
  }

  private void answered(String ago) throws SQLException {
    SomeCallers.execute(
        """
        insert into model_evidence (organisation_id, id, provider, model, kind, seen_at, reference,
          recorded_at)
        values (?, gen_random_uuid(), 'openai', 'gpt-4.1-2025-04-14', 'servable',
          now() - cast(? as interval), 'a call', now())""",
        organisation.id(),
        ago);
  }

  @Test
  void aStepThatNobodyHasDoneIsToldItsOwner() throws SQLException {
    SomeCallers.execute(
        "insert into member (organisation_id, id, email, name, role)"
            + " values (?, gen_random_uuid(), ?, 'Grace Hopper', 'viewer')",
        organisation.id(),
        "grace@example.com");
    UUID plan = UUID.randomUUID();
    SomeCallers.execute(
        """
        insert into exit_plan (organisation_id, id, provider, model, document, created_by,
          created_at, changed_at)
        values (?, ?, 'openai', ?, cast(? as text), 'Ada', now(), now())""",
        organisation.id(),
        plan,
        "ft:gpt-4o-2024-08-06:acme::AbCdEfGh",
        """
        {"facts": {}, "candidates": [], "evidence": [], "steps": [
          {"key": "evaluate", "title": "Compare", "before_switch": true, "owner": "grace hopper",
           "due": "%s", "skipped": false},
          {"key": "tune", "title": "Tune", "before_switch": true, "due": "%s", "skipped": false}]}
        """
            .formatted(today().minusDays(1), today()));

    assertThat(open("plan.step_overdue"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.asked()).isEqualTo("grace@example.com");
              assertThat(alert.severity()).isEqualTo("warning");
              assertThat(alert.link()).isEqualTo("/exit-plans/" + plan);
            });
    assertThat(stated("plan.step_overdue", today().plusDays(8)))
        .as("a week late, and the other one")
        .extracting(each -> each.severity().label())
        .containsExactlyInAnyOrder("error", "error");

    SomeCallers.execute("update exit_plan set closed_at = now() where id = ?", plan);
    assertThat(open("plan.step_overdue")).isEmpty();
  }

  @Test
  void aModelThatIsStillInUseAfterItsDayIsSaidToBe() {
    application("gpt-4-0613"); // ended on 2026-10-23

    assertThat(stated("model.ends", LocalDate.parse("2026-10-22")))
        .extracting(Condition::summary)
        .containsExactly(
            "openai:gpt-4-0613 cannot be called from 2026-10-23 on; 1 application uses it");
    assertThat(stated("model.ends", LocalDate.parse("2026-10-24")))
        .extracting(Condition::summary)
        .containsExactly(
            "openai:gpt-4-0613 cannot be called since 2026-10-23, and is still in use;"
                + " 1 application uses it");
  }

  @Test
  void allRulesAreListedWithWhatTheyNotice() {
    assertThat(rules.stream().map(AlertRule::name))
        .contains(
            "alias.moved",
            "change.waiting",
            "model.ends",
            "model.gone",
            "model.missing",
            "pin.violation",
            "plan.step_overdue",
            "provider.down",
            "provider.partial",
            "rollback.lost");
    assertThat(rules.stream().map(each -> RulePreview.of(each, organisation, today())))
        .allSatisfy(preview -> assertThat(preview.verdict()).isNotBlank());
  }
}
