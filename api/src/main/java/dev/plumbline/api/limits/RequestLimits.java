package dev.plumbline.api.limits;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemJson;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits how often a token or a member asks, and how much of one organisation is worked on at once.
 * It stands behind the question who asks and before everything that costs: on the event loop, so
 * that a refusal takes no worker. Visitors without a name are counted by their address, and share
 * one part of the work: checking passwords is expensive too.
 */
@ApplicationScoped
class RequestLimits {

  /** Between authentication (200) and authorisation (100) of Quarkus. */
  private static final int AFTER_AUTHENTICATION = 150;

  private static final int MOST_BUCKETS = 50_000;

  /** A request that is sent on to another address comes by again, and would wait for itself. */
  private static final String ADMITTED = RequestLimits.class.getName();

  /** Shorter than the grace of BodyGuard: a body that waits with its request is not slow. */
  private static final long LONGEST_WAIT_MILLIS = 2_000;

  private final LimitsConfig config;
  private final ProblemJson json;
  private volatile Policy policy;

  /** What holds now, with its counts. */
  private record Policy(
      Allowance allowance,
      LocalBuckets buckets,
      FairShares<UUID> shares,
      FairShares<UUID> visitors,
      String header) {

    static Policy of(Allowance allowance, ShareSizes sizes) {
      return new Policy(
          allowance,
          new LocalBuckets(MOST_BUCKETS, System::nanoTime),
          new FairShares<>(sizes, System::nanoTime),
          new FairShares<>(sizes.ofVisitors(), System::nanoTime),
          "\"requests\";q=%d;w=%d"
              .formatted(
                  allowance.burst(), Math.max(1, allowance.horizon().plusMillis(999).toSeconds())));
    }

    /** Visitors have a part of their own, so that their coming makes nobody's part smaller. */
    FairShares<UUID> sharesOf(Asker asker) {
      return asker.organisation().equals(Asker.NOBODYS) ? visitors : shares;
    }
  }

  /**
   * Who asks: a member or a token, else whoever is at that address.
   *
   * @param organisation whose part of the work it is; visitors without a name have one together
   */
  private record Asker(String key, UUID organisation) {

    private static final UUID NOBODYS = new UUID(0, 0);

    static Asker of(RoutingContext context) {
      return callerOf(context).map(Asker::of).orElseGet(() -> visitor(context));
    }

    private static Asker of(Caller caller) {
      UUID organisation = caller.organisation().id();
      return new Asker(
          organisation + " " + caller.actor().kind() + " " + caller.actor().id(), organisation);
    }

    private static Asker visitor(RoutingContext context) {
      SocketAddress address = context.request().remoteAddress();
      return new Asker(address == null ? "" : String.valueOf(address.hostAddress()), NOBODYS);
    }

    private static Optional<Caller> callerOf(RoutingContext context) {
      return context.user() instanceof QuarkusHttpUser user
          ? Optional.ofNullable(user.getSecurityIdentity().getAttribute(CurrentCaller.ATTRIBUTE))
          : Optional.empty();
    }
  }

  RequestLimits(LimitsConfig config, ProblemJson json) {
    this.config = config;
    this.json = json;
    this.policy = Policy.of(allowance(config.rate()), sizes(config.concurrency()));
  }

  /** Sets other limits, with counts that begin at nothing. */
  void use(Allowance allowance, ShareSizes sizes) {
    policy = Policy.of(allowance, sizes);
  }

  /** Sets those of the configuration again. */
  void useConfigured() {
    use(allowance(config.rate()), sizes(config.concurrency()));
  }

  void install(@Observes Filters filters) {
    filters.register(this::admit, AFTER_AUTHENTICATION);
  }

  private void admit(RoutingContext context) {
    if (isAsset(context) || context.get(ADMITTED) != null) {
      context.next();
      return;
    }
    context.put(ADMITTED, true);
    Asker asker = Asker.of(context);
    Policy now = policy;
    LocalBuckets.Answer answer = now.buckets().take(asker.key(), now.allowance());
    if (!answer.given()) {
      refuse(context, "you ask too often", answer.after());
      return;
    }
    if (context.normalizedPath().startsWith("/api/")) {
      context.response().putHeader("RateLimit-Policy", now.header());
      context.response().putHeader("RateLimit", "\"requests\";r=" + answer.left());
    }
    if (isUpload(context)) {
      context.next(); // may take an hour to arrive; api.datasets bounds how many are read at once
      return;
    }
    inTurn(context, now.sharesOf(asker), asker.organisation());
  }

  private void inTurn(RoutingContext context, FairShares<UUID> shares, UUID organisation) {
    AtomicBoolean running = new AtomicBoolean();
    context.addEndHandler(
        ended -> {
          if (running.compareAndSet(true, false)) {
            shares.done(organisation);
          }
        });
    Context own = Vertx.currentContext();
    Runnable start =
        () -> {
          running.set(true);
          if (context.response().ended() || context.response().closed()) {
            if (running.compareAndSet(true, false)) {
              shares.done(organisation);
            }
            return;
          }
          if (Vertx.currentContext() == own) {
            context.next();
          } else {
            own.runOnContext(now -> context.next());
          }
        };
    FairShares.Offer offer = shares.offer(organisation, start);
    switch (offer.place()) {
      case STARTED -> {}
      case REFUSED -> refuse(context, "too much of yours is asked at the same time", second());
      case WAITING ->
          context
              .vertx()
              .setTimer(
                  LONGEST_WAIT_MILLIS,
                  over -> {
                    if (shares.withdraw(organisation, offer.ticket())) {
                      refuse(context, "too much of yours is asked at the same time", second());
                    }
                  });
    }
  }

  private void refuse(RoutingContext context, String detail, Duration wait) {
    if (context.response().closed() || context.response().ended()) {
      return;
    }
    json.end(
        context.response(),
        Problem.of(ErrorCode.TOO_MANY_REQUESTS, detail)
            .withRemedy("wait as long as Retry-After says, and ask less often")
            .retryAfter(wait));
  }

  private static Duration second() {
    return Duration.ofSeconds(1);
  }

  private static boolean isAsset(RoutingContext context) {
    return context.normalizedPath().startsWith("/static/");
  }

  private boolean isUpload(RoutingContext context) {
    String path = context.normalizedPath();
    return context.request().method() == HttpMethod.POST
        && config.uploadPaths().stream()
            .anyMatch(upload -> path.equals(upload) || path.startsWith(upload + "/"));
  }

  private Allowance allowance(LimitsConfig.Rate rate) {
    int share = Math.max(1, config.replicas());
    return new Allowance(
        Math.max(1, rate.burst() / share),
        Duration.ofMinutes(1).multipliedBy(share).dividedBy(Math.max(1, rate.perMinute())));
  }

  private static ShareSizes sizes(LimitsConfig.Concurrency sizes) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new ShareSizes(
        sizes.alone().orElse(processors * 4), sizes.shared().orElse(processors), sizes.waiting());
  }
}
