package dev.plumbline.api.limits;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemJson;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Refuses bodies that are too large for their address and senders that are too slow. */
@ApplicationScoped
class BodyGuard {

  /** Ends of addresses that are sent files or batches. */
  private static final List<String> LARGER =
      List.of(
          "/batch",
          "/calendar/imports",
          "/losses",
          "/hold-outs",
          "/evaluation",
          "/probe-suites",
          "/drift/suites");

  private static final int FIRST = 10_000;
  private static final int LOOK_EVERY_MILLIS = 500;
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final LimitsConfig config;
  private final ProblemJson json;

  BodyGuard(LimitsConfig config, ProblemJson json) {
    this.config = config;
    this.json = json;
  }

  void install(@Observes Filters filters) {
    filters.register(this::guard, FIRST);
  }

  private void guard(RoutingContext context) {
    BodyLimit limit = limitOf(context.normalizedPath());
    if (announcesMoreThan(limit, context.request())) {
      json.end(
          context.response().putHeader("Connection", "close"),
          Problem.of(
                  ErrorCode.BODY_TOO_LARGE,
                  "This address takes bodies of at most %d bytes.".formatted(limit.bytes()))
              .withRemedy("send less at once, or a file to /api/v1/datasets"));
      return;
    }
    if (!context.request().isEnded()) {
      watch(context, limit);
    }
    context.next();
  }

  private static boolean announcesMoreThan(BodyLimit limit, HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length != null && Long.parseLong(length) > limit.bytes();
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /**
   * Quarkus bounds idle connections; one byte every two seconds is not idle. The rate counts from
   * when the server began to read and until it has read the end: a sender is not to blame for a
   * server that is busy, before or after. ({@code isEnded} stays false while nothing more is asked
   * for, which is the case after the end.)
   */
  private void watch(RoutingContext context, BodyLimit limit) {
    HttpServerRequest request = context.request();
    BodyClock clock = new BodyClock(limit, GRACE, System.nanoTime());
    long timer =
        context
            .vertx()
            .setPeriodic(
                LOOK_EVERY_MILLIS,
                id -> {
                  if (clock.isBroken(request.bytesRead(), System.nanoTime())) {
                    request.connection().close();
                  }
                });
    request.end().onComplete(read -> context.vertx().cancelTimer(timer));
    context.addEndHandler(done -> context.vertx().cancelTimer(timer));
  }

  private BodyLimit limitOf(String path) {
    long rate = config.minimumRate().asLongValue();
    if (config.uploadPaths().stream().anyMatch(upload -> isAtOrBelow(path, upload))) {
      return new BodyLimit(config.uploadBody().asLongValue(), config.uploadTime(), rate);
    }
    long bytes =
        LARGER.stream().anyMatch(path::endsWith)
            ? config.batchBody().asLongValue()
            : config.body().asLongValue();
    return new BodyLimit(bytes, config.bodyTime(), rate);
  }

  private static boolean isAtOrBelow(String path, String parent) {
    return path.equals(parent) || path.startsWith(parent + "/");
  }
}
