package dev.plumbline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

  /** Ten at once, and one more each second. */
  private static final Allowance ALLOWANCE = new Allowance(10, Duration.ofSeconds(1));

  private final AtomicLong nanos = new AtomicLong(-5); // System.nanoTime may be negative
  private final LocalBuckets buckets = new LocalBuckets(2, nanos::get);

  @Test
  void aFullBucketGivesItsBurstAndThenOneForEachTime() {
    assertThat(given(20)).isEqualTo(10);

    nanos.addAndGet(Duration.ofSeconds(3).toNanos());

    assertThat(given(20)).isEqualTo(3);
  }

  @Test
  void anAnswerSaysHowManyAreLeftAndHowLongToWait() {
    assertThat(buckets.take("a", ALLOWANCE).left()).isEqualTo(9);
    given(9);

    assertThat(buckets.take("a", ALLOWANCE).after()).isEqualTo(Duration.ofSeconds(1));
    nanos.addAndGet(Duration.ofMillis(400).toNanos());
    assertThat(buckets.take("a", ALLOWANCE).after()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void beingRefusedDoesNotMakeTheWaitLonger() {
    given(1000);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(buckets.take("a", ALLOWANCE).given()).isTrue();
  }

  @Test
  void aLongRestGivesNoMoreThanTheBurst() {
    given(10);
    nanos.addAndGet(Duration.ofDays(300).toNanos());

    assertThat(given(20)).isEqualTo(10);
  }

  @Test
  void bucketsAreIndependentAndBounded() {
    given(10);
    assertThat(buckets.take("b", ALLOWANCE).given()).isTrue();
    assertThat(buckets.take("c", ALLOWANCE).given()).isTrue();

    assertThat(buckets.size()).isEqualTo(2);
  }

  private long given(int asked) {
    return IntStream.range(0, asked).filter(i -> buckets.take("a", ALLOWANCE).given()).count();
  }
}
