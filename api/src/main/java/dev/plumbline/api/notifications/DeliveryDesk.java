package dev.plumbline.api.notifications;

import dev.plumbline.api.credentials.CredentialSecrets;
import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.secrets.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of a delivery that touch the database, each in a transaction of its own: between claim
 * and result nothing is held but a lease, so an attempt may take its time.
 */
@ApplicationScoped
class DeliveryDesk {

  private final Tenancy tenancy;
  private final ChannelRepository channels;
  private final DeliveryRepository deliveries;
  private final CredentialSecrets secrets;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final String node = UUID.randomUUID().toString();

  DeliveryDesk(
      Tenancy tenancy,
      ChannelRepository channels,
      DeliveryRepository deliveries,
      CredentialSecrets secrets,
      MeterRegistry metrics,
      Clock clock) {
    this.tenancy = tenancy;
    this.channels = channels;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<UUID> channelsWithWork(Organisation organisation) {
    tenancy.enter(organisation);
    return deliveries.channelsWithWork(organisation, clock.instant());
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<ChannelEntity> channel(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return channels
        .find(organisation, id)
        .filter(ChannelEntity::isEnabled)
        .filter(each -> each.slowUntil == null || !each.slowUntil.isAfter(clock.instant()));
  }

  /** The caller closes it. */
  Optional<Secret> secret(Organisation organisation, ChannelEntity channel) {
    return Optional.ofNullable(channel.credentialId).flatMap(id -> secrets.open(organisation, id));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<Parcel> claim(Organisation organisation, UUID channel) {
    tenancy.enter(organisation);
    return deliveries.claim(organisation, channel, node, clock.instant());
  }

  /** Whether the channel may be spoken to again at once. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean settle(Organisation organisation, ChannelEntity channel, Parcel parcel, Attempt attempt) {
    tenancy.enter(organisation);
    String result =
        attempt.match(
            new Attempt.Cases<>() {
              @Override
              public String delivered(Attempt.Delivered delivered) {
                settled(organisation, parcel, "delivered", delivered.status(), null);
                deliveries.works(organisation, parcel.channel());
                return "delivered";
              }

              @Override
              public String postponed(Attempt.Postponed postponed) {
                return postpone(organisation, parcel, postponed);
              }

              @Override
              public String rejected(Attempt.Rejected rejected) {
                settled(organisation, parcel, "dead", rejected.status(), rejected.why());
                return "dead";
              }

              @Override
              public String gone(Attempt.Gone gone) {
                settled(organisation, parcel, "dead", gone.status(), gone.why());
                deliveries.disable(organisation, parcel.channel(), gone.why());
                return "dead";
              }
            });
    metrics
        .counter(
            MetricNames.NOTIFICATIONS_ATTEMPTS,
            MetricNames.KIND,
            channel.kind,
            MetricNames.OUTCOME,
            result)
        .increment();
    return attempt instanceof Attempt.Delivered || attempt instanceof Attempt.Rejected;
  }

  private String postpone(Organisation organisation, Parcel parcel, Attempt.Postponed postponed) {
    Instant now = clock.instant();
    Optional<Duration> wait =
        RetrySchedule.after(parcel.tries(), random.nextDouble(), postponed.asked());
    DeliveryRepository.Outcome outcome =
        new DeliveryRepository.Outcome(postponed.status(), postponed.why());
    boolean ours =
        deliveries.settle(
            organisation,
            parcel,
            wait.isPresent() ? "pending" : "dead",
            outcome,
            now.plus(wait.orElse(Duration.ZERO)));
    if (ours) {
      deliveries.fails(organisation, parcel.channel(), now);
      postponed
          .asked()
          .flatMap(asked -> wait)
          .ifPresent(each -> deliveries.slow(organisation, parcel.channel(), now.plus(each)));
    }
    return wait.isPresent() ? "postponed" : "dead";
  }

  private void settled(
      Organisation organisation, Parcel parcel, String state, int status, String error) {
    deliveries.settle(
        organisation,
        parcel,
        state,
        new DeliveryRepository.Outcome(status, error),
        clock.instant());
  }
}
