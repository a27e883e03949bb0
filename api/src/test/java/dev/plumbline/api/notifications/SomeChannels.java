package dev.plumbline.api.notifications;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.secrets.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Channels for tests of other packages. */
@ApplicationScoped
public class SomeChannels {

  private final Channels channels;
  private final Deliverer deliverer;
  private final Clock clock;

  SomeChannels(Channels channels, Deliverer deliverer, Clock clock) {
    this.channels = channels;
    this.deliverer = deliverer;
    this.clock = clock;
  }

  public UUID mailToOwners(Caller caller) {
    return mail(caller, null, true, null, null);
  }

  public UUID mailTo(Caller caller, String address) {
    return mail(caller, address, false, null, null);
  }

  /** Quiet from an hour ago to in two hours. */
  public UUID quietAllDay(Caller caller, String address) {
    LocalTime now = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC).withNano(0).withSecond(0);
    return mail(caller, address, false, now.minusHours(1).toString(), now.plusHours(2).toString());
  }

  public UUID webhook(Caller caller, String url, String secret) {
    return channels
        .add(
            caller,
            new ChannelRequest(
                    "hook", "webhook", url, null, "info", null, null, null, Secret.of(secret))
                .toNewChannel())
        .id();
  }

  public int deliver(Caller caller) {
    return deliverer.deliver(caller.organisation());
  }

  private UUID mail(
      Caller caller,
      @Nullable String address,
      boolean owners,
      @Nullable String from,
      @Nullable String to) {
    return channels
        .add(
            caller,
            new ChannelRequest(
                    "mail " + UUID.randomUUID(),
                    "email",
                    address,
                    owners,
                    "info",
                    from,
                    to,
                    null,
                    null)
                .toNewChannel())
        .id();
  }
}
