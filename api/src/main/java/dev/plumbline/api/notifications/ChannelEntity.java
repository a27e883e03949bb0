package dev.plumbline.api.notifications;

import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.QuietHours;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code channel}. */
@Entity
@DynamicUpdate // the application may write only the columns that a change is about
@Table(name = "channel")
@IdClass(ChannelKey.class)
class ChannelEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String name;
  String kind;
  @Nullable String address;
  boolean toOwners;
  @Nullable UUID credentialId;
  String minSeverity;
  @Nullable LocalTime quietFrom;
  @Nullable LocalTime quietTo;
  @Nullable String zone;
  @Nullable String disabledReason;
  @Nullable Instant failingSince;
  @Nullable Instant slowUntil;
  Instant createdAt;
  Instant changedAt;
  @Nullable Instant removedAt;

  ChannelKind kind() {
    return ChannelKind.findByLabel(kind)
        .orElseThrow(() -> new IllegalStateException("not a kind of channel: " + kind));
  }

  boolean isEnabled() {
    return disabledReason == null && removedAt == null;
  }

  boolean hears(AlertSeverity severity) {
    return severity.isAtLeast(AlertSeverity.ofLabel(minSeverity));
  }

  Optional<QuietHours> quietHours() {
    return quietFrom == null || quietTo == null || zone == null
        ? Optional.empty()
        : Optional.of(new QuietHours(quietFrom, quietTo, ZoneId.of(zone)));
  }

  /** Of e-mail. */
  List<String> addresses() {
    return address == null || address.isBlank()
        ? List.of()
        : Arrays.stream(address.split("[,;\\s]+")).filter(each -> !each.isEmpty()).toList();
  }

  void take(ChannelWish wish) {
    name = wish.name();
    address = wish.address().orElse(null);
    toOwners = wish.toOwners();
    minSeverity = wish.minSeverity().label();
    quietFrom = wish.quiet().map(QuietHours::from).orElse(null);
    quietTo = wish.quiet().map(QuietHours::to).orElse(null);
    zone = wish.quiet().map(quiet -> quiet.zone().getId()).orElse(null);
  }
}
