package dev.plumbline.api.notifications;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.members.EmailAddress;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.QuietHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to make or change a channel. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewChannel",
    examples =
        """
        {"name":"Owners by mail","kind":"email","to_owners":true,"min_severity":"warning"}""")
record ChannelRequest(
    @Nullable String name,
    @Schema(description = "email, slack, teams, pagerduty, alertmanager or webhook")
        @Nullable String kind,
    @Schema(description = "e-mail addresses, or the URL of a webhook or an Alertmanager")
        @Nullable String address,
    @Schema(description = "e-mail to whoever an alert names") @Nullable Boolean toOwners,
    @Schema(description = "info, warning, error or critical; warning when absent")
        @Nullable String minSeverity,
    @Schema(description = "when nobody is disturbed, but by critical alerts", examples = "22:00")
        @Nullable String quietFrom,
    @Schema(examples = "07:00") @Nullable String quietTo,
    @Schema(description = "time zone of the quiet hours", examples = "Europe/Berlin")
        @Nullable String zone,
    @Schema(
            implementation = String.class,
            description =
                "URL of Slack or Teams, routing key of PagerDuty, signing secret of a webhook (made"
                    + " by us when absent), bearer token of an Alertmanager")
        @Nullable Secret secret) {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_ADDRESSES = 20;

  /** A secret is needed here where the kind has one. */
  ChannelWish toNewChannel() {
    ChannelKind wanted =
        ChannelKind.findByLabel(kind == null ? "" : kind)
            .orElseThrow(() -> Input.refused("kind", "not one of " + ChannelKind.labels()));
    ChannelWish wish = toWish(wanted);
    boolean needed = wanted.secrecy() == ChannelKind.Secrecy.URL || wanted == ChannelKind.PAGERDUTY;
    if (needed && wish.secret().isEmpty()) {
      throw Input.refused("secret", "it is missing: " + wanted.title() + " needs one");
    }
    return wish;
  }

  /** An absent secret keeps the present one. */
  ChannelWish toWish(ChannelKind wanted) {
    boolean owners = Boolean.TRUE.equals(toOwners);
    if (owners && wanted != ChannelKind.EMAIL) {
      throw Input.refused("to_owners", "only e-mail knows the owners' addresses");
    }
    return new ChannelWish(
        givenName(),
        wanted,
        givenAddress(wanted, owners),
        owners,
        givenSeverity(),
        givenQuiet(),
        givenSecret(wanted));
  }

  private String givenName() {
    if (name == null || name.isBlank()) {
      throw Input.refused("name", "it is missing");
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw Input.refused(
          "name", "longer than %d characters, or with control characters".formatted(LONGEST_NAME));
    }
    return name.strip();
  }

  private Optional<String> givenAddress(ChannelKind wanted, boolean owners) {
    String text = address == null ? "" : address.strip();
    if (wanted == ChannelKind.EMAIL) {
      return mailAddresses(text, owners);
    }
    if (!wanted.hasAddress()) {
      if (!text.isEmpty()) {
        throw Input.refused("address", "the URL of %s is its secret".formatted(wanted.title()));
      }
      return Optional.empty();
    }
    if (text.isEmpty()) {
      throw Input.refused("address", "it is missing");
    }
    Input.read("address", () -> OutboundAddress.of(text));
    return Optional.of(text);
  }

  private static Optional<String> mailAddresses(String text, boolean owners) {
    if (text.isEmpty()) {
      if (!owners) {
        throw Input.refused("address", "it is missing, and owners are not to be told either");
      }
      return Optional.empty();
    }
    String[] all = text.split("[,;\\s]+");
    if (all.length > MOST_ADDRESSES) {
      throw Input.refused("address", "more than %d addresses".formatted(MOST_ADDRESSES));
    }
    return Optional.of(
        Arrays.stream(all)
            .map(each -> Input.read("address", () -> new EmailAddress(each)).text())
            .distinct()
            .collect(Collectors.joining("\n")));
  }

  private AlertSeverity givenSeverity() {
    return minSeverity == null || minSeverity.isBlank()
        ? AlertSeverity.WARNING
        : Input.read("min_severity", () -> AlertSeverity.ofLabel(minSeverity));
  }

  private Optional<QuietHours> givenQuiet() {
    boolean none = isBlank(quietFrom) && isBlank(quietTo);
    if (none) {
      return Optional.empty();
    }
    if (isBlank(quietFrom) || isBlank(quietTo)) {
      throw Input.refused("quiet_from", "quiet hours have a beginning and an end");
    }
    ZoneId where = Input.read("zone", () -> ZoneId.of(isBlank(zone) ? "UTC" : zone));
    return Optional.of(
        Input.read(
            "quiet_from",
            () -> new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo), where)));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private Optional<Secret> givenSecret(ChannelKind wanted) {
    if (secret == null || secret.isBlank()) {
      return Optional.empty();
    }
    switch (wanted) {
      case EMAIL -> throw Input.refused("secret", "e-mail has none");
      case SLACK, TEAMS -> Input.read("secret", () -> OutboundAddress.of(secret.reveal()));
      case WEBHOOK -> Input.read("secret", () -> StandardWebhook.key(secret.reveal()));
      case PAGERDUTY, ALERTMANAGER -> {
        if (!secret.reveal().matches("[!-~]{1,1000}")) {
          throw Input.refused("secret", "a key is plain ASCII without spaces");
        }
      }
    }
    return Optional.of(secret);
  }
}
