package dev.plumbline.pricing.cost;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.usage.Usage;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Lookup and costing of one usage record in memory, from the raw name, moment and counts to the
 * whole breakdown. The aim is more than one million a second on one core.
 *
 * <pre>
 * ./mvnw -q -Pbenchmark -Dquick -pl pricing -am verify
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@Threads(1)
public class RequestCostBenchmark {

  /** More records than a processor's caches hold, so that every one is a new case. */
  private static final int RECORDS = 1 << 16;

  /** Raw usage records, as they would come out of a log, and a cursor over them. */
  @State(Scope.Thread)
  public static class Records {

    private static final String[] NAMES = {
      "gpt-4o-2024-08-06",
      "gpt-4o-mini-2024-07-18",
      "gpt-4.1-2025-04-14",
      "gpt-4.1-mini-2025-04-14",
      "gpt-4.1-nano-2025-04-14",
      "o4-mini-2025-04-16",
      "o3-2025-04-16",
      "gpt-3.5-turbo-0125",
      "gpt-4o",
      "gpt-3.5-turbo",
      "ft:gpt-4o-2024-08-06:acme::a%d",
      "ft:gpt-4o-mini-2024-07-18:acme:support:b%d",
      "ft:gpt-4.1-2025-04-14:acme:mail:c%d:ckpt-step-90",
      "ft:gpt-4.1-mini-2025-04-14:acme::d%d",
      "ft:gpt-3.5-turbo-0125:acme::e%d",
      "openai/ft:gpt-4.1-nano-2025-04-14:acme::f%d",
    };

    private final RequestCosts costs = RequestCosts.bundled();
    private final String[] models = new String[RECORDS];
    private final Instant[] moments = new Instant[RECORDS];
    private final long[] inputs = new long[RECORDS];
    private final long[] cached = new long[RECORDS];
    private final long[] outputs = new long[RECORDS];
    private int next;

    /** A fixed seed: every run prices the same records. */
    @Setup
    public void fill() {
      Random random = new Random(20_261_121);
      Instant start = Instant.parse("2025-06-01T00:00:00Z");
      for (int i = 0; i < RECORDS; i++) {
        // a copy, because names from a log are not interned
        String name = NAMES[random.nextInt(NAMES.length)].formatted(random.nextInt(100));
        models[i] = new String(name.toCharArray());
        moments[i] = start.plusSeconds(random.nextInt(400 * 24 * 3_600));
        inputs[i] = 1 + random.nextInt(20_000);
        cached[i] = random.nextBoolean() ? inputs[i] / 128 * 64 : 0;
        outputs[i] = 1 + random.nextInt(2_000);
      }
    }
  }

  @Benchmark
  public Estimate priceOneRecord(Records records) {
    int i = records.next++ & (RECORDS - 1);
    Usage usage = Usage.inclusive(records.inputs[i], records.cached[i], 0, records.outputs[i]);
    return records.costs.costOf(
        new RequestUsage(
            records.models[i],
            Optional.of(Provider.OPENAI),
            records.moments[i],
            ServiceTier.STANDARD,
            "",
            usage));
  }
}
