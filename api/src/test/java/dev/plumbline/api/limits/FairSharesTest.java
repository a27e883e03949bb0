package dev.plumbline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairSharesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final FairShares<String> shares = new FairShares<>(new ShareSizes(4, 2, 3), nanos::get);
  private final List<String> started = new ArrayList<>();

  @Test
  void whoIsAloneMayUseMuchAndThenWaitsAndThenIsRefused() {
    assertThat(IntStream.range(0, 9).mapToObj(i -> offer("noisy")).toList())
        .extracting(FairShares.Offer::place)
        .containsExactly(
            FairShares.Place.STARTED,
            FairShares.Place.STARTED,
            FairShares.Place.STARTED,
            FairShares.Place.STARTED,
            FairShares.Place.WAITING,
            FairShares.Place.WAITING,
            FairShares.Place.WAITING,
            FairShares.Place.REFUSED,
            FairShares.Place.REFUSED);
  }

  @Test
  void anotherOneStartsAtOnceHoweverManyOfTheNoisyOneWait() {
    IntStream.range(0, 9).forEach(i -> offer("noisy"));

    assertThat(offer("quiet").place()).isEqualTo(FairShares.Place.STARTED);
  }

  @Test
  void whileAnotherIsThereTheNoisyOneShrinksToItsPart() {
    IntStream.range(0, 7).forEach(i -> offer("noisy"));
    offer("quiet");
    started.clear();

    shares.done("noisy"); // 3 run, and its part is 2 / 2 = 1
    shares.done("noisy");
    shares.done("noisy");
    assertThat(started).isEmpty();
    shares.done("noisy");

    assertThat(started).containsExactly("noisy");
  }

  @Test
  void whatWaitsBeginsInItsOrderWhenTheOtherHasGone() {
    IntStream.range(0, 6).forEach(i -> offer("noisy"));
    offer("quiet");
    shares.done("quiet");
    started.clear();
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());

    shares.done("noisy");
    shares.done("noisy");

    assertThat(started).hasSize(2);
    assertThat(shares.known()).isEqualTo(1);
  }

  @Test
  void aWithdrawnRequestNeverBegins() {
    IntStream.range(0, 4).forEach(i -> offer("noisy"));
    FairShares.Offer waiting = offer("noisy");
    started.clear();

    assertThat(shares.withdraw("noisy", waiting.ticket())).isTrue();
    assertThat(shares.withdraw("noisy", waiting.ticket())).isFalse();
    shares.done("noisy");

    assertThat(started).isEmpty();
  }

  @Test
  void whoHasGoneTakesNoMemory() {
    offer("quiet");
    shares.done("quiet");
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
    offer("other");

    assertThat(shares.known()).isEqualTo(1);
  }

  private FairShares.Offer offer(String organisation) {
    return shares.offer(organisation, () -> started.add(organisation));
  }
}
