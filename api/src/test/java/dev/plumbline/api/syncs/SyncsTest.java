package dev.plumbline.api.syncs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.api.credentials.CredentialKind;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.credentials.NewCredential;
import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.deprecations.DateEvent;
import dev.plumbline.api.evaluations.Evaluations;
import dev.plumbline.api.evaluations.LossView;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.StateKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SyncsTest {

  private static final String TUNED = "ft:gpt-4o-2024-08-06:acme::AbCdEfGh";

  @Inject Syncs syncs;
  @Inject SyncReadings readings;
  @Inject Accounts accounts;
  @Inject Credentials credentials;
  @Inject Calendars calendars;
  @Inject Models models;
  @Inject LastSyncs lastSyncs;
  @Inject Evaluations evaluations;
  @Inject SyncRetention retention;

  private OpenAiSimulator simulator;
  private Organisation organisation;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    simulator.account().add("gpt-4o");
    simulator.account().add("gpt-4o-2024-05-13");
    simulator.account().add("gpt-4o-2024-08-06");
    for (int number = 0; number < 6; number++) {
      simulator.account().add("text-embedding-" + number);
    }
    organisation = SomeOrganisation.added();
    caller =
        new Caller(
            organisation,
            new Actor(Actor.Kind.MEMBER, "somebody", "Some Body"),
            Grants.everywhere(Role.ADMIN.permissions()));
  }

  @AfterEach
  void stop() {
    simulator.close();
    assertThat(simulator.objections()).isEmpty();
  }

  private UUID account(String name, String key, String... aliases) {
    return accounts
        .add(caller, request(name, simulator.base(), credential(name, key), aliases))
        .id();
  }

  private UUID account() {
    return account("Simulated", simulator.account().key());
  }

  private String credential(String name, String key) {
    return credentials
        .add(
            caller,
            new NewCredential(
                CredentialKind.PROVIDER,
                Optional.of("openai"),
                name,
                Optional.empty(),
                Secret.of(key)))
        .id()
        .toString();
  }

  private static AccountRequest request(
      String name, String base, String credential, String... aliases) {
    return new AccountRequest(
        "openai", name, base, credential, "gpt-4o", List.of(aliases), null, null, null, null);
  }

  private SyncRunView run() {
    return syncs.all(organisation, Actor.SYSTEM, false).get(0);
  }

  /** As if so much time had passed since the last poll and the last call. */
  private void later(String interval) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          update provider_model set presence_at = presence_at - interval '%1$s',
            first_refusal = first_refusal - interval '%1$s', called_at = called_at - interval '%1$s'
          where organisation_id = '%2$s'"""
              .formatted(interval, organisation.id()));
    }
  }

  /** As if everything had been said earlier; nobody else may change what was said. */
  private void daysPass(int days) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          set session_replication_role = replica;
          update date_observation set seen_at = seen_at - %1$d,
            recorded_at = recorded_at - interval '%1$d days' where organisation_id = '%2$s'"""
              .formatted(days, organisation.id()));
    }
    calendars.forget(organisation);
  }

  private List<String> dateEvents() {
    return calendars.dateEvents(organisation, Instant.EPOCH).stream()
        .filter(event -> event.model().equals(TUNED))
        .map(DateEvent::kind)
        .toList();
  }

  @Test
  void aRunIsShownThenDoneAndTheSecondTimeNothingChanges() {
    account();

    SyncRunView shown = syncs.all(organisation, caller.actor(), true).get(0);
    assertThat(shown.changed()).isEqualTo(9);
    assertThat(readings.runs(organisation, 10)).isEmpty();

    assertThat(run().changes()).isEqualTo(shown.changes());
    SyncRunView second = run();
    assertThat(second.outcome()).isEqualTo("complete");
    assertThat(second.changed()).isZero();
    assertThat(readings.runs(organisation, 10)).hasSize(2);
    assertThat(SomeOrganisation.trail(organisation))
        .containsExactly(
            "credential.created", "provider-account.created", "provider-account.synced");
  }

  @Test
  void aDateThatAppearsAndMovesEarlierReachesTheCalendar() throws SQLException {
    account();
    simulator.account().add(TUNED);
    run();
    simulator.account().endsOn(TUNED, LocalDate.parse("2027-03-14"));
    assertThat(run().changes())
        .containsExactly(new ChangeView(TUNED, "ends 2027-03-14, before without a date"));
    daysPass(5);
    simulator.account().endsOn(TUNED, LocalDate.parse("2027-01-14"));
    run();

    assertThat(dateEvents()).contains("date.announced", "date.moved_earlier");
    assertThat(run().changed()).isZero();
    assertThat(
            calendars.entries(organisation).stream()
                .filter(entry -> entry.toString().contains(TUNED)))
        .anySatisfy(entry -> assertThat(entry.toString()).contains("2027-01-14"));
  }

  @Test
  void aJobBecomesAModelOfTheRegistryWithItsLineage() {
    account();
    simulator.account().train("ftjob-1", "gpt-4o-2024-08-06");
    run();
    assertThat(registered("ftjob-1").state().kind()).isEqualTo(StateKind.TRAINING);

    simulator.account().step("ftjob-1", 87, .5, .61);
    simulator.account().step("ftjob-1", 88, .48, .6);
    simulator.account().checkpoint("ftjob-1", TUNED + ":ckpt-step-88", 88);
    simulator.account().finish("ftjob-1", TUNED, 5768);
    run();

    RegisteredModel model = registered(TUNED);
    assertThat(model.state().kind()).isEqualTo(StateKind.READY);
    assertThat(model.facts().origin().base()).contains("gpt-4o-2024-08-06");
    assertThat(model.facts().run().trainedTokens()).contains(5768L);
    assertThat(model.facts().run().job()).contains("ftjob-1");
    assertThat(model.facts().checkpoints()).hasSize(1);

    assertThat(evaluations.losses(caller, model.id()))
        .singleElement()
        .satisfies(
            losses -> {
              assertThat(losses.name()).isEqualTo("ftjob-1");
              assertThat(losses.bestStep()).isEqualTo(88);
              assertThat(losses.points()).extracting(LossView.Point::step).containsExactly(87, 88);
            });

    simulator.account().train("ftjob-2", TUNED);
    simulator.account().finish("ftjob-2", "ft:gpt-4o-2024-08-06:acme::NeXtOnE1", 10);
    run();
    assertThat(registered("ft:gpt-4o-2024-08-06:acme::NeXtOnE1").facts().origin().parent())
        .contains(TUNED);
    assertThat(run().changed()).isZero();
  }

  @Test
  void theResultFileOfAJobIsReadOnceInsteadOfItsLog() {
    account();
    trained(
        "step,train_loss,train_accuracy,valid_loss\n1,2.5,0.4,\n2,1.5,0.5,1.75\n3,1.25,0.6,2.0\n");

    run();

    assertThat(losses())
        .singleElement()
        .satisfies(
            losses -> {
              assertThat(losses.name()).isEqualTo("ftjob-1");
              assertThat(losses.bestStep()).isEqualTo(2);
              assertThat(losses.points())
                  .extracting(LossView.Point::step, LossView.Point::trainLoss)
                  .containsExactly(tuple(1, 2.5), tuple(2, 1.5), tuple(3, 1.25));
            });
    assertThat(run().changed()).isZero();
    assertThat(simulator.requests()).containsOnlyOnce("GET /files/file-results/content");
  }

  @Test
  void aFileThatDoesNotComeIsAskedForAgainByTheNextRun() {
    account();
    trained("step,train_loss\n1,2.5\n2,1.5\n");
    simulator.account().filesFail(true);

    SyncRunView failed = run();
    assertThat(failed.outcome()).isEqualTo("partial");
    assertThat(failed.detail()).isEqualTo("could not be carried out: ftjob-1");
    assertThat(registered(TUNED).state().kind()).isEqualTo(StateKind.READY);
    assertThat(losses()).isEmpty();

    simulator.account().filesFail(false);
    assertThat(run().outcome()).isEqualTo("complete");
    assertThat(losses()).singleElement().satisfies(each -> assertThat(each.points()).hasSize(2));
  }

  @Test
  void aFileThatIsGoneOrNoCsvIsSaidAndTheLogIsTakenInstead() {
    account();
    trained("epoch,loss\n1,2.5\n");
    SyncRunView first = run();
    assertThat(first.outcome()).isEqualTo("partial");
    assertThat(first.detail())
        .startsWith("could not be read: the result file file-results of ftjob-1: ")
        .contains("ftjob-1:1 step");
    assertThat(losses())
        .singleElement()
        .satisfies(
            losses ->
                assertThat(losses.points()).extracting(LossView.Point::step).containsExactly(3));
    assertThat(run().outcome()).isEqualTo("complete");

    simulator.account().train("ftjob-2", "gpt-4o-2024-08-06");
    simulator.account().measured("ftjob-2", "file-gone", "step,train_loss\n1,1\n");
    simulator.account().deleteFile("file-gone");
    simulator.account().finish("ftjob-2", "ft:gpt-4o-2024-08-06:acme::NeXtOnE1", 10);
    assertThat(run().detail()).contains("the result file file-gone of ftjob-2: status 404");
    assertThat(run().outcome()).isEqualTo("complete");
  }

  /** A job that is over, with one step in its log and a result file. */
  private void trained(String csv) {
    simulator.account().train("ftjob-1", "gpt-4o-2024-08-06");
    simulator.account().step("ftjob-1", 3, 9.5, 9.5);
    simulator.account().measured("ftjob-1", "file-results", csv);
    simulator.account().finish("ftjob-1", TUNED, 5768);
  }

  private List<LossView> losses() {
    return evaluations.losses(caller, registered(TUNED).id());
  }

  private RegisteredModel registered(String model) {
    return models.find(organisation, new ModelKey(Provider.OPENAI, model)).orElseThrow();
  }

  @Test
  void oneProviderThatFailsDoesNotStopTheOthers() {
    account("A wrong key", "sk-another-0123456789");
    account("B without a key", simulator.account().key());
    accounts.change(
        caller,
        accounts.list(caller).get(1).id(),
        request("B without a key", simulator.base(), null));
    account("C that works", simulator.account().key());

    List<SyncRunView> runs = syncs.all(organisation, Actor.SYSTEM, false);

    assertThat(runs)
        .extracting(SyncRunView::outcome)
        .containsExactly("failed", "failed", "complete");
    assertThat(runs.get(0).detail()).isEqualTo("status 401 invalid_api_key");
    assertThat(runs.get(1).detail()).contains("no credential");
    assertThat(readings.runs(organisation, 10)).hasSize(3);
    lastSyncs.refresh();
  }

  @Test
  void aModelThatVanishesIsGoneOnlyAfterListsAndCalls() throws SQLException {
    UUID account = account();
    simulator.account().train("ftjob-1", "gpt-4o-2024-08-06");
    simulator.account().finish("ftjob-1", TUNED, 5768);
    run();
    simulator.account().remove(TUNED);
    for (int poll = 0; poll < 3; poll++) {
      later("1 hour");
      run();
    }
    assertThat(presence(account)).isEqualTo("missing");
    later("10 minutes");
    run();

    assertThat(presence(account)).isEqualTo("gone");
    assertThat(readings.events(organisation, Instant.EPOCH, 10))
        .extracting(SyncEvent::kind)
        .containsExactlyInAnyOrder("model.missing", "model.gone_early");
    assertThat(registered(TUNED).state().kind()).isEqualTo(StateKind.GONE);

    simulator.account().add(TUNED);
    run();
    assertThat(presence(account)).isEqualTo("listed");
    assertThat(registered(TUNED).state().kind()).isEqualTo(StateKind.READY);
  }

  private String presence(UUID account) {
    return readings.models(caller, account).stream()
        .filter(model -> model.model().equals(TUNED))
        .findFirst()
        .orElseThrow()
        .presence();
  }

  @Test
  void anAliasThatMovesIsAnEventWithItsPrices() {
    account("Simulated", simulator.account().key(), "gpt-4o");
    simulator.account().means("gpt-4o", "gpt-4o-2024-08-06");
    run();
    simulator.account().add("gpt-4o-mini-2024-07-18");
    simulator.account().means("gpt-4o", "gpt-4o-mini-2024-07-18");
    run();

    SyncEvent moved = readings.events(organisation, Instant.EPOCH, 10).get(0);
    assertThat(moved.kind()).isEqualTo("alias.moved");
    assertThat(moved.before()).contains("gpt-4o-2024-08-06");
    assertThat(moved.after()).contains("gpt-4o-mini-2024-07-18");
    assertThat(moved.effect().orElseThrow())
        .startsWith("input 2.5 USD per 1m tokens, now 0.15 USD per 1m tokens;");
    assertThat(run().changed()).isZero();
  }

  @Test
  void aModelThatOutlivesItsDayIsAnEvent() {
    account("Simulated", simulator.account().key(), "gpt-4");
    simulator.account().add("gpt-4-0613"); // ended on 2026-10-23
    run();
    assertThat(sightings()).containsExactly("date.passed_listed gpt-4-0613");

    simulator.account().means("gpt-4", "gpt-4-0613");
    run();
    assertThat(sightings())
        .containsExactlyInAnyOrder("date.passed_listed gpt-4-0613", "date.passed_alive gpt-4-0613");
    run();
    assertThat(sightings()).hasSize(2);
  }

  private List<String> sightings() {
    return calendars.dateEvents(organisation, Instant.EPOCH).stream()
        .filter(event -> event.isSighting() && event.model().equals("gpt-4-0613"))
        .map(event -> event.kind() + " " + event.model())
        .toList();
  }

  @Test
  void whatAnOrganisationHasTunedDecidesHowLongItCanTrain() throws SQLException {
    assertThat(classes().of(Provider.OPENAI)).isEqualTo(CustomerClass.ACTIVE);
    assertThat(classes().isAssumed(Provider.OPENAI)).isTrue();
    account();
    run();
    assertThat(known().of(Provider.OPENAI)).isEqualTo(CustomerClass.NEVER_TUNED);
    assertThat(known().reason(Provider.OPENAI)).isEqualTo("no fine-tuning job was ever run");
    assertThat(trainingEnd()).isEqualTo(LocalDate.parse("2026-05-07"));

    simulator.account().train("ftjob-1", "gpt-4o-2024-08-06");
    simulator.account().finish("ftjob-1", TUNED, 5768);
    run();
    assertThat(known().isAssumed(Provider.OPENAI)).as("nobody knows of a call").isTrue();
    assertThat(known().of(Provider.OPENAI)).isEqualTo(CustomerClass.ACTIVE);
    assertThat(trainingEnd()).isEqualTo(LocalDate.parse("2027-01-06"));

    SomeCallers.execute(
        """
        insert into model_evidence (organisation_id, id, provider, model, kind, seen_at, reference,
          recorded_at)
        values (?, gen_random_uuid(), 'openai', ?, 'servable', now(), 'a call', now())""",
        organisation.id(),
        TUNED);
    assertThat(known().isAssumed(Provider.OPENAI)).isFalse();
    assertThat(known().of(Provider.OPENAI)).isEqualTo(CustomerClass.ACTIVE);
  }

  /** A calendar is looked at again after some seconds. */
  private CustomerClasses known() {
    calendars.forget(organisation);
    return classes();
  }

  private CustomerClasses classes() {
    return calendars.classes(organisation);
  }

  private LocalDate trainingEnd() {
    return calendars.entries(organisation).stream()
        .filter(entry -> entry.clock() == LifeClock.TRAINING)
        .filter(
            entry -> entry.question().model().canonical().equals("fine-tunes of gpt-4o-2024-08-06"))
        .filter(entry -> entry.question().model().provider().equals(Provider.OPENAI))
        .findFirst()
        .orElseThrow()
        .day()
        .orElseThrow();
  }

  @Test
  void whatIsOldIsForgottenUnlessItProvesSomething() throws SQLException {
    UUID account = account();
    for (int run = 0; run < 12; run++) {
      run();
    }
    for (String kind :
        List.of("model.missing", "model.recovered", "model.gone_early", "model.missing")) {
      event(account, kind, TUNED);
    }
    event(account, "model.missing", "gpt-4o");
    SomeCallers.execute(
        """
        insert into webhook_receipt (organisation_id, account_id, webhook_id, received_at, kind)
        values (?, ?, 'msg_old', now() - interval '401 days', 'batch.completed'),
          (?, ?, 'msg_new', now() - interval '399 days', 'batch.completed')""",
        organisation.id(),
        account,
        organisation.id(),
        account);
    assertThat(retention.forget(organisation, 400)).as("all but a receipt is new").isEqualTo(1);

    SomeCallers.execute(
        "update sync_run set finished_at = finished_at - interval '401 days'"
            + " where organisation_id = ?",
        organisation.id());
    SomeCallers.execute(
        "update sync_event set at = at - interval '401 days' where organisation_id = ?",
        organisation.id());

    assertThat(retention.forget(organisation, 400)).isEqualTo(2 + 2); // of 12 runs, of 5 events
    assertThat(readings.runs(organisation, 99)).hasSize(10);
    assertThat(readings.events(organisation, Instant.EPOCH, 99))
        .extracting(event -> event.kind() + " " + event.subject())
        .containsExactlyInAnyOrder(
            "model.gone_early " + TUNED, "model.missing " + TUNED, "model.missing gpt-4o");
    assertThat(retention.forget(organisation, 400)).isZero();
  }

  private void event(UUID account, String kind, String subject) throws SQLException {
    SomeCallers.execute(
        """
        insert into sync_event (organisation_id, id, account_id, at, kind, weight, subject, muted)
        values (?, gen_random_uuid(), ?, clock_timestamp(), ?, 'WARNING', ?, false)""",
        organisation.id(),
        account,
        kind,
        subject);
  }

  @Test
  void aKeyIsNotSentToAnAddressOfSomebodysChoice() {
    String key = credential("K", "sk-0123456789abcdef");

    for (String base :
        List.of(
            "https://evil.example/v1",
            "https://api.openai.com.evil.example/v1",
            "https://xapi.openai.com/v1",
            "http://api.openai.com/v1")) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> accounts.add(caller, request("K", base, key)))
          .satisfies(e -> assertThat(e.problem().field()).contains("base_url"));
    }
    assertThat(accounts.add(caller, request("K", "https://eu.api.openai.com/v1", key)).id())
        .isNotNull();
  }

  @Test
  void aDisabledAccountIsLeftAlone() {
    UUID account = account();
    accounts.disable(caller, account);

    assertThat(syncs.all(organisation, Actor.SYSTEM, false)).isEmpty();
    assertThat(simulator.requests()).isEmpty();
  }
}
