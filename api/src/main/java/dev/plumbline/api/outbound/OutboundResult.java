package dev.plumbline.api.outbound;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of an {@link OutboundRequest}. */
public sealed interface OutboundResult {

  /**
   * The other side answered, with whatever status; a redirect is an answer like any other.
   *
   * @param headers by name in any case
   * @param body as much as the limit allows
   * @param cut whether there was more
   */
  record Answered(int status, Map<String, List<String>> headers, byte[] body, boolean cut)
      implements OutboundResult {

    public Answered {
      Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
      headers = Collections.unmodifiableMap(copy);
      body = body.clone();
    }

    @Override
    public byte[] body() {
      return body.clone();
    }

    public boolean isSuccess() {
      return status / 100 == 2;
    }

    public Optional<String> findHeader(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * How long the other side asks us to wait; empty when it does not say, or not in a sound way.
     */
    public Optional<Duration> retryAfter(Clock clock) {
      return findHeader("Retry-After").flatMap(text -> wait(text.strip(), clock.instant()));
    }

    private static Optional<Duration> wait(String text, Instant now) {
      if (text.matches("[0-9]{1,8}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
      }
      try {
        Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return "status %d with %d bytes".formatted(status, body.length);
    }
  }

  /**
   * We did not connect, because the address is none that we connect to. Trying again helps only if
   * the name leads elsewhere by then, or the operator allows it.
   *
   * @param why for a person, without path and query
   */
  record Refused(String why) implements OutboundResult {

    public Refused {
      requireNonNull(why, "why");
    }
  }

  /**
   * No complete answer came; whether the request arrived is unknown, unless the kind says it did
   * not.
   *
   * @param what for a person, without path and query
   */
  record Failed(Kind kind, String what) implements OutboundResult {

    /** Where it failed. */
    public enum Kind {
      /** The name is not known, or nobody said so in time. */
      NAME,
      /** Nobody listens there, or does not take connections. */
      CONNECT,
      /** No certificate that Java trusts for that name, or no common protocol. */
      TLS,
      /** The time was over. */
      TIME,
      /** The connection broke off, or what came was not HTTP. */
      BROKEN
    }

    public Failed {
      requireNonNull(kind, "kind");
      requireNonNull(what, "what");
    }

    /** Whether the other side cannot have seen the request. */
    public boolean isUnsent() {
      return kind == Kind.NAME || kind == Kind.CONNECT || kind == Kind.TLS;
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R answered(Answered answered);

    R refused(Refused refused);

    R failed(Failed failed);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Answered answered) {
      return cases.answered(answered);
    }
    if (this instanceof Refused refused) {
      return cases.refused(refused);
    }
    return cases.failed((Failed) this);
  }
}
