package dev.plumbline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharedThrottleTest {

  private static final Allowance THREE_AN_HOUR = Allowance.of(3, Duration.ofHours(1));

  private final SharedThrottle throttle;
  private final String who = UUID.randomUUID().toString();

  SharedThrottleTest(SharedThrottle throttle) {
    this.throttle = throttle;
  }

  @Test
  void afterTheLastOneEverybodyWaits() {
    IntStream.range(0, 3).forEach(i -> throttle.take("test", who, THREE_AN_HOUR));

    assertThatThrownBy(() -> throttle.take("test", who, THREE_AN_HOUR))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code().status()).isEqualTo(429);
              assertThat(refused.problem().retryAfterSeconds().orElseThrow())
                  .isBetween(1100L, 1200L); // a third of an hour, less the time of this test
            });
  }

  @Test
  void doorsAndPeopleAreIndependent() {
    IntStream.range(0, 3).forEach(i -> throttle.take("test", who, THREE_AN_HOUR));

    assertThatCode(() -> throttle.take("other", who, THREE_AN_HOUR)).doesNotThrowAnyException();
    assertThatCode(() -> throttle.take("test", who + "2", THREE_AN_HOUR))
        .doesNotThrowAnyException();
  }

  @Test
  void whatWasTakenStaysTakenWhenTheTransactionIsRolledBack() {
    for (int i = 0; i < 3; i++) {
      QuarkusTransaction.begin();
      throttle.take("test", who, THREE_AN_HOUR);
      QuarkusTransaction.rollback();
    }

    assertThatThrownBy(() -> throttle.take("test", who, THREE_AN_HOUR))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void twoAtOnceDoNotBothTakeTheLastOne() {
    AtomicInteger given = new AtomicInteger();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i -> {
              try {
                throttle.take("test", who, THREE_AN_HOUR);
                given.incrementAndGet();
              } catch (ProblemException refused) {
                // counted by its absence
              }
            });

    assertThat(given).hasValue(3);
  }

  @Test
  void theAllowanceComesBackWithTime() {
    Allowance quick = new Allowance(1, Duration.ofMillis(1));

    throttle.take("test", who, quick);
    java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);

    assertThatCode(() -> throttle.take("test", who, quick)).doesNotThrowAnyException();
  }
}
