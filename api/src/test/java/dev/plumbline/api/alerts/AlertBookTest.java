package dev.plumbline.api.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.notifications.Channels;
import dev.plumbline.api.notifications.DeliveryView;
import dev.plumbline.api.notifications.SomeChannels;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.alert.Deadline;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts and their outbox on the real database. */
@QuarkusTest
class AlertBookTest {

  private static final String RULE = "model.ends";

  @Inject AlertBook book;
  @Inject Alerts alerts;
  @Inject Channels channels;
  @Inject SomeChannels some;
  @Inject Clock clock;

  private Organisation organisation;
  private Caller operator;
  private LocalDate today;

  @BeforeEach
  void begin() {
    organisation = SomeOrganisation.added();
    operator = SomeCallers.operator(organisation);
    today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Test
  void aConditionOpensOneAlertHoweverOftenItIsStated() {
    assertThat(book.reconcile(organisation, RULE, List.of(ending("a", 200)))).isEqualTo(1);
    assertThat(book.reconcile(organisation, RULE, List.of(ending("a", 200)))).isZero();

    assertThat(open()).singleElement().satisfies(alert -> assertThat(alert.revision()).isOne());
  }

  @Test
  void whatIsNoLongerStatedResolvesAndComesBackInTheSameRecord() {
    book.reconcile(organisation, RULE, List.of(ending("a", 200)));
    UUID id = open().get(0).id();

    book.reconcile(organisation, RULE, List.of());
    assertThat(open()).isEmpty();
    book.reconcile(organisation, RULE, List.of(ending("a", 200)));

    assertThat(open().get(0).id()).isEqualTo(id);
    assertThat(alerts.show(operator, id).history())
        .extracting(AlertEventView::event)
        .containsExactly("opened", "resolved", "opened");
  }

  @Test
  void aMovedDateReopensAnAcknowledgedAlert() {
    book.reconcile(organisation, RULE, List.of(ending("a", 200)));
    UUID id = open().get(0).id();
    alerts.acknowledge(operator, id, Optional.empty());
    assertThat(book.reconcile(organisation, RULE, List.of(ending("a", 200)))).isZero();

    book.reconcile(organisation, RULE, List.of(ending("a", 100)));

    assertThat(open()).extracting(AlertView::id).containsExactly(id);
    assertThat(alerts.show(operator, id).history().get(0).event()).isEqualTo("moved");
  }

  @Test
  void eachOwnerGetsOneMailForTheirModelsAndNobodyElses() {
    some.mailToOwners(operator);

    book.reconcile(
        organisation,
        RULE,
        List.of(
            ending("a", 20, "ada@example.com"),
            ending("b", 20, "ada@example.com"),
            ending("c", 20, "bob@example.com")));

    assertThat(deliveries())
        .extracting(DeliveryView::recipient)
        .containsExactlyInAnyOrder("ada@example.com", "bob@example.com");
    book.reconcile(
        organisation,
        RULE,
        List.of(ending("a", 20, "ada@example.com"), ending("b", 20, "ada@example.com")));
    assertThat(deliveries()).as("bob hears that it is over").hasSize(3);
  }

  @Test
  void whoDoesNotAnswerInTimeIsFollowedByTheNextContact() throws SQLException {
    book.reconcile(
        organisation, RULE, List.of(ending("a", 5, "ada@example.com", "boss@example.com")));
    UUID id = open().get(0).id();
    assertThat(book.watch(organisation)).isZero();

    passTime("5 hours");

    assertThat(book.watch(organisation)).isEqualTo(1);
    assertThat(open().get(0).asked()).isEqualTo("boss@example.com");
    passTime("5 hours");
    assertThat(book.watch(organisation)).as("there is nobody else").isZero();
    assertThat(alerts.show(operator, id).history().get(0).event()).isEqualTo("escalated");
  }

  @Test
  void aSnoozeEndsByItself() throws SQLException {
    book.reconcile(organisation, RULE, List.of(ending("a", 200)));
    UUID id = open().get(0).id();
    alerts.snooze(operator, id, clock.instant().plusSeconds(3600));
    assertThat(book.watch(organisation)).isZero();

    passTime("2 hours");

    assertThat(book.watch(organisation)).isEqualTo(1);
    assertThat(open()).hasSize(1);
  }

  @Test
  void whatAnotherAlertMutesIsToldOnceThatIsOver() {
    some.mailTo(operator, "team@example.com");
    Condition down =
        new Condition(
            AlertKey.of("provider.down", "openai"),
            AlertSeverity.ERROR,
            "OpenAI does not answer",
            "openai",
            List.of(),
            Optional.empty(),
            "/");
    Condition missing =
        new Condition(
            AlertKey.of("model.missing", "openai:a"),
            AlertSeverity.ERROR,
            "a is missing",
            "openai",
            List.of(),
            Optional.empty(),
            "/");
    book.reconcile(organisation, "provider.down", List.of(down));
    book.reconcile(organisation, "model.missing", List.of(missing));
    assertThat(deliveries()).hasSize(1);

    book.reconcile(organisation, "provider.down", List.of());
    book.reconcile(organisation, "model.missing", List.of(missing));

    assertThat(deliveries()).hasSize(3);
  }

  @Test
  void quietHoursHoldBackWhatIsNotCritical() {
    some.quietAllDay(operator, "team@example.com");

    book.reconcile(organisation, RULE, List.of(ending("a", 60), ending("b", 2)));

    assertThat(deliveries())
        .as("one message: both are nobody's")
        .singleElement()
        .satisfies(each -> assertThat(each.nextAttemptAt()).isEqualTo(each.createdAt()));
    book.reconcile(organisation, RULE, List.of(ending("b", 2)));
    book.reconcile(organisation, RULE, List.of(ending("b", 2), ending("c", 60)));
    assertThat(deliveries().get(0).nextAttemptAt()).isAfter(clock.instant().plusSeconds(60));
  }

  @Test
  void aConditionOfAnotherRuleIsADefect() {
    assertThatThrownBy(() -> book.reconcile(organisation, "other.rule", List.of(ending("a", 9))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherOrganisationSeesAndChangesNothing() {
    book.reconcile(organisation, RULE, List.of(ending("a", 200)));
    UUID id = open().get(0).id();
    Caller stranger = SomeCallers.operator(SomeOrganisation.added());

    assertThat(alerts.list(stranger, List.of("open"), 9)).isEmpty();
    assertThatThrownBy(() -> alerts.show(stranger, id)).hasMessageContaining("no alert");
    assertThatThrownBy(() -> alerts.resolve(stranger, id)).hasMessageContaining("no alert");
    book.reconcile(stranger.organisation(), RULE, List.of());
    assertThat(open()).hasSize(1);
  }

  private List<AlertView> open() {
    return alerts.list(operator, List.of("open"), 9);
  }

  private List<DeliveryView> deliveries() {
    return channels.deliveries(operator, "", 99).deliveries();
  }

  private Condition ending(String model, int days, String... contacts) {
    Deadline deadline = new Deadline(today.minusDays(300), today.plusDays(days));
    return new Condition(
        new AlertKey(RULE, "openai:" + model, "inference"),
        dev.plumbline.core.alert.LeadTimes.severity(deadline, today),
        model + " ends on " + deadline.day(),
        "openai",
        List.of(contacts),
        Optional.of(deadline),
        "/models");
  }

  private void passTime(String interval) throws SQLException {
    SomeCallers.execute(
        "update alert set state_since = state_since - interval '"
            + interval
            + "', state_until = state_until - interval '"
            + interval
            + "' where organisation_id = ?",
        organisation.id());
  }
}
