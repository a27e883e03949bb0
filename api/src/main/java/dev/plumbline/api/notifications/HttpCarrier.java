package dev.plumbline.api.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.outbound.OutboundHttp;
import dev.plumbline.api.outbound.OutboundLimits;
import dev.plumbline.api.outbound.OutboundRequest;
import dev.plumbline.api.outbound.OutboundResult;
import dev.plumbline.api.secrets.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything that is told by HTTP, through the guarded client. */
@ApplicationScoped
class HttpCarrier implements Carrier {

  private static final Set<Integer> SLOW_DOWN = Set.of(429, 502, 503, 504);
  private static final int GONE = 410;

  /** Attempts must end well before the lease of a delivery. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final OutboundHttp http;
  private final Clock clock;
  private final String pagerDuty;

  HttpCarrier(
      OutboundHttp http,
      Clock clock,
      @ConfigProperty(
              name = "plumbline.notifications.pagerduty-url",
              defaultValue = "https://events.pagerduty.com/v2/enqueue")
          String pagerDuty) {
    this.http = http;
    this.clock = clock;
    this.pagerDuty = pagerDuty;
  }

  @Override
  public Set<ChannelKind> kinds() {
    return EnumSet.complementOf(EnumSet.of(ChannelKind.EMAIL));
  }

  @Override
  public Attempt carry(Parcel parcel, ChannelEntity channel, Optional<Secret> secret) {
    ChannelKind kind = channel.kind();
    if (secret.isEmpty() && kind.secrecy() != ChannelKind.Secrecy.OPTIONAL_KEY) {
      return new Attempt.Postponed(
          0, "the channel's secret is gone: enter it anew", Optional.empty());
    }
    String text = secret.map(Secret::reveal).orElse("");
    String address =
        switch (kind.secrecy()) {
          case URL -> text;
          case NONE, KEY, OPTIONAL_KEY ->
              kind == ChannelKind.PAGERDUTY ? pagerDuty : String.valueOf(channel.address);
        };
    Instant start = clock.instant();
    Attempt last = new Attempt.Delivered(200);
    for (HttpMessage message : HttpMessages.of(kind, address, text, parcel, start)) {
      if (Duration.between(start, clock.instant()).compareTo(LONGEST) > 0) {
        return new Attempt.Postponed(0, "not all of it was sent in time", Optional.empty());
      }
      last = sent(message, kind);
      if (!(last instanceof Attempt.Delivered)) {
        return last;
      }
    }
    return last;
  }

  private Attempt sent(HttpMessage message, ChannelKind kind) {
    OutboundRequest request;
    try {
      request =
          OutboundRequest.post(
              OutboundAddress.of(message.url()),
              message.headers(),
              new OutboundRequest.Body("application/json", message.body().getBytes(UTF_8)),
              OutboundLimits.OF_NOTIFICATIONS);
    } catch (IllegalArgumentException e) {
      return new Attempt.Postponed(0, String.valueOf(e.getMessage()), Optional.empty());
    }
    return http.send(request)
        .match(
            new OutboundResult.Cases<>() {
              @Override
              public Attempt answered(OutboundResult.Answered answered) {
                return judged(answered, kind);
              }

              @Override
              public Attempt refused(OutboundResult.Refused refused) {
                return new Attempt.Postponed(0, refused.why(), Optional.empty());
              }

              @Override
              public Attempt failed(OutboundResult.Failed failed) {
                return new Attempt.Postponed(0, failed.what(), Optional.empty());
              }
            });
  }

  private Attempt judged(OutboundResult.Answered answered, ChannelKind kind) {
    int status = answered.status();
    if (answered.isSuccess()) {
      return new Attempt.Delivered(status);
    }
    if (status == GONE || (status == 404 && kind == ChannelKind.SLACK)) {
      return new Attempt.Gone(status, "the other side says that this address is gone");
    }
    if (status == 400 && kind == ChannelKind.PAGERDUTY) {
      return new Attempt.Rejected(status, "PagerDuty refuses the event: is the routing key right?");
    }
    Optional<Duration> wait =
        SLOW_DOWN.contains(status) ? answered.retryAfter(clock) : Optional.empty();
    return new Attempt.Postponed(
        status, "answered with status " + status + excerpt(answered), wait);
  }

  /** The first words of the answer, for whoever looks into it. */
  private static String excerpt(OutboundResult.Answered answered) {
    String text = new String(answered.body(), UTF_8).replaceAll("[^ -~]+", " ").strip();
    return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(200, text.length()));
  }
}
