package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.notifications.Channels;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A channel was switched off because nothing arrives: the other channels hear of it. */
@ApplicationScoped
class ChannelTroubles implements AlertRule {

  private static final String NAME = "channel.off";
  private static final int LONGEST_REASON = 150;

  private final Channels channels;
  private final MemberContacts members;

  ChannelTroubles(Channels channels, MemberContacts members) {
    this.channels = channels;
    this.members = members;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "A channel was switched off because nothing arrives.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    List<String> administrators = members.administrators(organisation);
    return today ->
        channels.troubled(organisation).entrySet().stream()
            .map(
                each ->
                    new Condition(
                        AlertKey.of(NAME, each.getKey().id().toString()),
                        AlertSeverity.ERROR,
                        "The channel “%s” is switched off: %s"
                            .formatted(each.getKey().name(), shortened(each.getValue())),
                        "",
                        administrators,
                        Optional.empty(),
                        "/alerts/channels"))
            .toList();
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }
}
