package dev.plumbline.api.limits;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * What a quiet organisation notices of a noisy one that sends ten times its limit of expensive
 * requests: alone, with the limits, and without them, in turn. The load comes from the same machine
 * and the same process, so the ratios count and not the milliseconds. Not part of the suite:
 *
 * <pre>./mvnw -pl api -am test -Dtest=NoisyTenantBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@QuarkusTest
class NoisyTenantBenchmark {

  private static final int ROUNDS = 6;
  private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(8);
  private static final long QUIET_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
  private static final int LIMIT_PER_SECOND = 20;
  private static final int TIMES_THE_LIMIT = 10;

  /** The product's own defaults on this machine. */
  private static final Allowance LIMITED =
      new Allowance(200, Duration.ofMillis(1000 / LIMIT_PER_SECOND));

  private static final Allowance UNLIMITED = new Allowance(1_000_000, Duration.ofNanos(1000));

  @TestHTTPResource("/api/v1/test/work?micros=25000")
  URI expensive;

  @TestHTTPResource("/api/v1/test/work?micros=5000")
  URI usual;

  private final RequestLimits limits;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Measured> alone = new ArrayList<>();
  private final List<Measured> limited = new ArrayList<>();
  private final List<Measured> unlimited = new ArrayList<>();
  private String quiet;
  private String noisy;

  /** Times of the quiet one's answers in microseconds, and how many were as wished. */
  private record Measured(List<Long> micros, int good, int asked) {

    long percentile(double share) {
      return micros.stream()
          .sorted()
          .skip((long) Math.min(micros.size() - 1, share * micros.size()))
          .findFirst()
          .orElseThrow();
    }
  }

  NoisyTenantBenchmark(RequestLimits limits) {
    this.limits = limits;
  }

  @Test
  void measure() {
    int processors = Runtime.getRuntime().availableProcessors();
    ShareSizes sizes = new ShareSizes(processors * 4, processors, 64);
    ShareSizes none = new ShareSizes(10_000, 10_000_000, 10_000);
    quiet = MadeTokens.token(MadeTokens.organisation(), Scope.READ);
    Organisation loud = MadeTokens.organisation();
    for (int round = 0; round <= ROUNDS; round++) {
      noisy = MadeTokens.token(loud, Scope.READ);
      limits.use(LIMITED, sizes);
      Measured first = round(false);
      limits.use(LIMITED, sizes);
      Measured second = round(true);
      limits.use(UNLIMITED, none);
      Measured third = round(true);
      if (round > 0) { // the first one warms up
        alone.add(first);
        limited.add(second);
        unlimited.add(third);
      }
    }
    limits.useConfigured();
    report("alone", alone);
    report("noisy, with limits", limited);
    report("noisy, without", unlimited);
    filterCost();
  }

  private Measured round(boolean withNoise) {
    AtomicInteger inFlight = new AtomicInteger();
    ScheduledExecutorService noise = Executors.newScheduledThreadPool(1);
    try {
      if (withNoise) {
        long every = TimeUnit.SECONDS.toNanos(1) / (LIMIT_PER_SECOND * TIMES_THE_LIMIT);
        noise.scheduleAtFixedRate(() -> ask(inFlight), 0, every, TimeUnit.NANOSECONDS);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      }
      return asked();
    } finally {
      noise.shutdownNow();
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (inFlight.get() > 0 && System.nanoTime() < patience) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  /** At most 400 open at once, or the generator itself would be what is measured. */
  private void ask(AtomicInteger inFlight) {
    if (inFlight.incrementAndGet() > 400) {
      inFlight.decrementAndGet();
      return;
    }
    client
        .sendAsync(request(expensive, noisy), BodyHandlers.discarding())
        .whenComplete((answer, failure) -> inFlight.decrementAndGet());
  }

  private Measured asked() {
    List<Long> micros = new ArrayList<>();
    int good = 0;
    long end = System.nanoTime() + ROUND_NANOS;
    long next = System.nanoTime();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(next - System.nanoTime());
      long begin = next; // from when it should have been sent: nothing is hidden by waiting
      good +=
          client.sendAsync(request(usual, quiet), BodyHandlers.discarding()).join().statusCode()
                  == 200
              ? 1
              : 0;
      micros.add((System.nanoTime() - begin) / 1000);
      next += QUIET_EVERY_NANOS;
    }
    return new Measured(micros, good, micros.size());
  }

  private static HttpRequest request(URI address, String token) {
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  private static void report(String name, List<Measured> rounds) {
    List<Long> p99 = rounds.stream().map(each -> each.percentile(0.99)).sorted().toList();
    List<Long> p50 = rounds.stream().map(each -> each.percentile(0.5)).sorted().toList();
    long good = rounds.stream().mapToInt(Measured::good).sum();
    long asked = rounds.stream().mapToInt(Measured::asked).sum();
    io.quarkus.logging.Log.infof(
        "%s: p50 %d us, p99 median %d us [%d..%d], %d of %d answered",
        name,
        p50.get(p50.size() / 2),
        p99.get(p99.size() / 2),
        p99.get(0),
        p99.get(p99.size() - 1),
        good,
        asked);
  }

  /** What the limits themselves cost a request that passes. */
  private static void filterCost() {
    LocalBuckets buckets = new LocalBuckets(50_000, System::nanoTime);
    FairShares<String> shares = new FairShares<>(new ShareSizes(8, 2, 64), System::nanoTime);
    int times = 2_000_000;
    long begin = 0;
    for (int i = -times; i < times; i++) {
      if (i == 0) {
        begin = System.nanoTime();
      }
      String key = "key" + (i & 1023);
      buckets.take(key, UNLIMITED);
      shares.offer(key, () -> {});
      shares.done(key);
    }
    io.quarkus.logging.Log.infof(
        "bucket and share: %d ns a request, 1024 organisations",
        (System.nanoTime() - begin) / times);
  }
}
