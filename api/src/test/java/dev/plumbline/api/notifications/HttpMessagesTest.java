package dev.plumbline.api.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each channel's words, without a network. */
class HttpMessagesTest {

  private static final Instant AT = Instant.ofEpochSecond(1_795_132_800L);

  @Test
  void theTestVectorOfStandardWebhooksIsMet() {
    String body =
        "{\"type\":\"lifecycle.date.moved\",\"data\":{\"model\":\"ft:gpt-4o-2024-08-06:acme::AbCdEfGh\"}}";

    assertThat(
            StandardWebhook.headers(
                    "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                    "msg_0001",
                    AT,
                    body.getBytes(UTF_8))
                .get("webhook-signature"))
        .isEqualTo("v1,LUCGaogE0m/zr6uzTcgiuUzQOS1mJG/FUIxm33hFSGw=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_AAEC", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="})
  void aSigningSecretOfAnotherFormIsRefusedWithoutBeingShown(String secret) {
    assertThatThrownBy(() -> StandardWebhook.key(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("AAEC");
  }

  @Test
  void slackGetsTextAndSectionsWithMarkupEscaped() {
    String body = message(ChannelKind.SLACK, "opened", "a <b> & c").body();

    assertThat(body).contains("a &lt;b&gt; &amp; c").contains("\"type\":\"mrkdwn\"");
  }

  @Test
  void teamsGetsAnAdaptiveCard() {
    assertThat(message(ChannelKind.TEAMS, "opened", "x").body())
        .contains("application/vnd.microsoft.card.adaptive")
        .contains("\"type\":\"AdaptiveCard\"")
        .contains("\"version\":\"1.4\"");
  }

  @Test
  void pagerDutyKnowsAnAlertByItsKeyAndHearsOfItsEnd() {
    assertThat(message(ChannelKind.PAGERDUTY, "opened", "x").body())
        .contains("\"event_action\":\"trigger\"")
        .contains("\"dedup_key\":\"plumbline/model.ends/openai:m/inference\"")
        .contains("\"routing_key\":\"key\"")
        .contains("\"class\":\"model.ends\"");
    assertThat(message(ChannelKind.PAGERDUTY, "resolved", "x").body())
        .contains("\"event_action\":\"resolve\"");
  }

  @Test
  void alertmanagerGetsLabelsThatDoNotChangeWithTime() {
    HttpMessage opened = message(ChannelKind.ALERTMANAGER, "opened", "x");
    HttpMessage resolved = message(ChannelKind.ALERTMANAGER, "resolved", "y");

    assertThat(opened.url()).isEqualTo("https://example.com/hook/api/v2/alerts");
    assertThat(opened.headers()).containsEntry("Authorization", "Bearer key");
    assertThat(labels(opened)).isEqualTo(labels(resolved));
    assertThat(opened.body()).contains("startsAt");
    assertThat(resolved.body()).doesNotContain("startsAt").contains("\"endsAt\":\"" + AT);
  }

  @Test
  void attemptsAreTenAndEachIsALittleOff() {
    assertThat(RetrySchedule.after(1, 0, Optional.empty())).contains(Duration.ofSeconds(4));
    assertThat(RetrySchedule.after(1, 1, Optional.empty())).contains(Duration.ofSeconds(6));
    assertThat(RetrySchedule.after(9, 0.5, Optional.empty())).contains(Duration.ofHours(24));
    assertThat(RetrySchedule.after(10, 0.5, Optional.empty())).isEmpty();
  }

  @Test
  void whatTheOtherSideAsksForIsWaitedAtLeastUpToADay() {
    assertThat(RetrySchedule.after(1, 0.5, Optional.of(Duration.ofMinutes(7))))
        .contains(Duration.ofMinutes(7));
    assertThat(RetrySchedule.after(1, 0.5, Optional.of(Duration.ofDays(70))))
        .contains(Duration.ofHours(24));
    assertThat(RetrySchedule.after(2, 0.5, Optional.of(Duration.ofSeconds(1))))
        .contains(Duration.ofMinutes(5));
  }

  private static String labels(HttpMessage message) {
    return message.body().replaceAll(".*\"labels\":(\\{[^}]*}).*", "$1");
  }

  private static HttpMessage message(ChannelKind kind, String event, String summary) {
    Payload.Item item =
        new Payload.Item(
            new UUID(1, 2),
            "model.ends/openai:m/inference",
            1,
            event,
            event.equals("resolved") ? "resolved" : "open",
            "critical",
            summary,
            "openai",
            "ada@example.com",
            "2026-12-01",
            "https://plumbline.example/alerts/1");
    Payload payload =
        new Payload(
            "plumbline.alerts",
            AT.toString(),
            new Payload.Content("ada@example.com", "openai", List.of(item)));
    Parcel parcel =
        new Parcel(new UUID(3, 4), new UUID(5, 6), new UUID(7, 8), "", payload.text(), 1, 1);
    return HttpMessages.of(kind, "https://example.com/hook", "key", parcel, AT).get(0);
  }
}
