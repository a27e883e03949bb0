package dev.plumbline.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.secrets.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries to a real receiver: what arrives, how often, and what is tried again. */
@QuarkusTest
class DeliveryTest {

  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Inject Channels channels;
  @Inject Deliverer deliverer;
  @Inject DeliveryDesk desk;
  @Inject SomeChannels mails;

  private Organisation organisation;
  private Caller operator;
  private HookServer hook;

  @BeforeEach
  void begin() throws Exception {
    organisation = SomeOrganisation.added();
    operator = SomeCallers.operator(organisation);
    hook = new HookServer();
  }

  @AfterEach
  void end() {
    hook.close();
  }

  @Test
  void aWebhookGetsTheStoredBytesSignedWithItsSecretOnce() {
    UUID channel = webhook(hook.url());
    channels.test(operator, channel);

    assertThat(deliverer.deliver(organisation)).isEqualTo(1);
    assertThat(deliverer.deliver(organisation)).as("again").isZero();

    assertThat(hook.received()).hasSize(1);
    HookServer.Received got = hook.received().get(0);
    DeliveryView delivery = latest();
    assertThat(got.header("Webhook-id")).isEqualTo(delivery.message());
    Instant at = Instant.ofEpochSecond(Long.parseLong(got.header("Webhook-timestamp")));
    assertThat(got.header("Webhook-signature"))
        .isEqualTo(
            StandardWebhook.headers(
                    SECRET,
                    delivery.message(),
                    at,
                    got.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .get("webhook-signature"));
    assertThat(delivery.state()).isEqualTo("delivered");
  }

  @Test
  void aFailureIsTriedAgainWithTheSameIdAndOnlyWhenItsTimeHasCome() throws SQLException {
    hook.answering(500, Map.of());
    channels.test(operator, webhook(hook.url()));

    assertThat(deliverer.deliver(organisation)).isZero();
    assertThat(deliverer.deliver(organisation)).as("too early").isZero();
    assertThat(latest().state()).isEqualTo("pending");
    assertThat(latest().lastError()).startsWith("answered with status 500");
    passTime();
    assertThat(deliverer.deliver(organisation)).isEqualTo(1);

    assertThat(hook.received())
        .extracting(got -> got.header("Webhook-id"))
        .hasSize(2)
        .containsOnly(latest().message());
  }

  @Test
  void aReceiverThatAsksForTimeGetsItForAllItsMessages() {
    hook.answering(429, Map.of("Retry-After", "3600"));
    UUID channel = webhook(hook.url());
    channels.test(operator, channel);
    deliverer.deliver(organisation);
    channels.test(operator, channel);

    assertThat(deliverer.deliver(organisation)).isZero();

    assertThat(hook.received()).hasSize(1);
    assertThat(channels.deliveries(operator, "", 9).deliveries())
        .filteredOn(each -> each.attempts() == 1)
        .singleElement()
        .satisfies(
            each -> assertThat(each.nextAttemptAt()).isAfter(each.createdAt().plusSeconds(3500)));
  }

  @Test
  void aReceiverThatIsGoneIsSwitchedOffUntilSomebodySwitchesItOn() {
    hook.answering(410, Map.of());
    UUID channel = webhook(hook.url());
    channels.test(operator, channel);
    deliverer.deliver(organisation);

    assertThat(latest().state()).isEqualTo("dead");
    assertThat(channels.show(operator, channel).enabled()).isFalse();
    assertThatThrownBy(() -> channels.test(operator, channel))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("switched off");

    channels.enable(operator, channel);
    channels.sendAgain(operator, latest().id());
    assertThat(deliverer.deliver(organisation)).isEqualTo(1);
    assertThat(hook.received())
        .extracting(got -> got.header("Webhook-id"))
        .hasSize(2)
        .containsOnly(latest().message());
  }

  @Test
  void aRedirectIsAFailureAndIsNotFollowed() {
    hook.answering(302, Map.of("Location", hook.url() + "/elsewhere"));
    channels.test(operator, webhook(hook.url()));

    assertThat(deliverer.deliver(organisation)).isZero();

    assertThat(hook.received()).hasSize(1);
    assertThat(latest().lastError()).startsWith("answered with status 302");
  }

  @Test
  void aPrivateAddressIsNotConnectedTo() {
    channels.test(operator, webhook("http://10.1.2.3/hook"));

    assertThat(deliverer.deliver(organisation)).isZero();

    assertThat(latest().lastError()).contains("not public");
  }

  @Test
  void twoDeliverersAtOnceSendNothingTwice() throws Exception {
    UUID channel = webhook(hook.url());
    for (int i = 0; i < 20; i++) {
      channels.test(operator, channel);
    }

    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> deliverer.deliver(organisation));
    int here = deliverer.deliver(organisation);

    assertThat(here + other.get()).isEqualTo(20);
    assertThat(hook.received())
        .extracting(got -> got.header("Webhook-id"))
        .hasSize(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatACrashedInstanceHadClaimedIsSentByAnotherAndItsLateResultCountsForNothing()
      throws SQLException {
    UUID channel = webhook(hook.url());
    channels.test(operator, channel);
    Parcel crashed = desk.claim(organisation, channel).orElseThrow();
    assertThat(deliverer.deliver(organisation)).as("the lease holds").isZero();
    SomeCallers.execute(
        "update notification_delivery set lease_until = now() - interval '1 second' where id = ?",
        crashed.delivery());

    assertThat(deliverer.deliver(organisation)).isEqualTo(1);

    desk.settle(
        organisation,
        desk.channel(organisation, channel).orElseThrow(),
        crashed,
        new Attempt.Postponed(0, "late", Optional.empty()));
    assertThat(latest().state()).isEqualTo("delivered");
    assertThat(hook.received()).hasSize(1);
  }

  @Test
  void afterTenAttemptsItIsDeadAndCanBeSentAgain() throws SQLException {
    UUID channel = webhook(hook.url());
    channels.test(operator, channel);
    SomeCallers.execute(
        "update notification_delivery set tries = 9, attempts = 9 where organisation_id = ?",
        organisation.id());
    hook.answering(500, Map.of());
    deliverer.deliver(organisation);
    assertThat(latest().state()).isEqualTo("dead");

    channels.sendAgain(operator, latest().id());

    assertThat(deliverer.deliver(organisation)).isEqualTo(1);
    assertThatThrownBy(() -> channels.sendAgain(operator, latest().id()))
        .hasMessageContaining("not dead");
  }

  @Test
  void anotherOrganisationSeesNeitherChannelsNorDeliveries() {
    UUID channel = webhook(hook.url());
    channels.test(operator, channel);
    Caller stranger = SomeCallers.operator(SomeOrganisation.added());

    assertThat(channels.list(stranger)).isEmpty();
    assertThat(channels.deliveries(stranger, "", 9).deliveries()).isEmpty();
    assertThatThrownBy(() -> channels.test(stranger, channel)).hasMessageContaining("no channel");
    assertThat(deliverer.deliver(stranger.organisation())).isZero();
    assertThat(hook.received()).isEmpty();
  }

  @Test
  void aMailArrivesOnceWithTheIdOfItsMessage() {
    String owner = UUID.randomUUID() + "@example.org";
    mails.mailTo(operator, owner);
    channels.test(operator, channels.list(operator).get(0).id());

    assertThat(deliverer.deliver(organisation)).isEqualTo(1);
    assertThat(deliverer.deliver(organisation)).as("again").isZero();

    assertThat(MailServer.receivedBy(owner))
        .singleElement()
        .satisfies(
            got ->
                assertThat(got.message())
                    .contains("Message-ID: <" + latest().message())
                    .contains("Auto-Submitted: auto-generated")
                    .contains("Days are UTC."));
    assertThat(latest().state()).isEqualTo("delivered");
  }

  @Test
  void aMailThatTheServerRefusesIsTriedAgainAndSaysWhy() {
    mails.mailTo(operator, "nobody@example.org");
    channels.test(operator, channels.list(operator).get(0).id());

    assertThat(deliverer.deliver(organisation)).isZero();

    assertThat(latest().state()).isEqualTo("pending");
    assertThat(latest().lastError()).contains("550 no such user");
  }

  /** The client that we had kept a connection for each, and sent nothing any more after ten. */
  @Test
  void peopleWhoLeftDoNotStopTheMailOfOthers() {
    UUID left = mails.mailTo(operator, "nobody@example.org");
    String owner = UUID.randomUUID() + "@example.org";
    UUID stays = mails.mailTo(operator, owner);
    for (int i = 0; i < 30; i++) {
      channels.test(operator, left);
      deliverer.deliver(organisation);
    }
    channels.test(operator, stays);

    assertThat(deliverer.deliver(organisation)).isEqualTo(1);
    assertThat(MailServer.receivedBy(owner)).hasSize(1);
  }

  private UUID webhook(String url) {
    return channels
        .add(
            operator,
            new ChannelRequest(
                    "hook " + UUID.randomUUID(),
                    "webhook",
                    url,
                    null,
                    "info",
                    null,
                    null,
                    null,
                    Secret.of(SECRET))
                .toNewChannel())
        .id();
  }

  private DeliveryView latest() {
    List<DeliveryView> all = channels.deliveries(operator, "", 9).deliveries();
    return all.get(0);
  }

  private void passTime() throws SQLException {
    SomeCallers.execute(
        "update notification_delivery set next_attempt_at = now() - interval '1 second' where organisation_id = ?",
        organisation.id());
  }
}
