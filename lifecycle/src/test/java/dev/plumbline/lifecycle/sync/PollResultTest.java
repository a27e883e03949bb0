package dev.plumbline.lifecycle.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollResultTest {

  private static final Optional<String> NO_SENTINEL = Optional.empty();

  @ParameterizedTest(name = "{1} after {0} is complete: {2}")
  @CsvSource({
    "'', 0, true", // nothing to compare with
    "100, 80, true",
    "100, 79, false",
    "100 100 100, 200, true",
    "10 100 100, 79, false", // the median is 100
    "10 10 100, 8, true", // and here 10
    "90 100, 76, true", // the middle of 90 and 100 is 95, of which 80 % is 76
    "90 100, 75, false",
    "0 0 0, 0, true"
  })
  void aListIsAtLeastFourFifthsOfTheMedian(String before, int count, boolean complete) {
    PollHistory history =
        new PollHistory(
            List.of(before.split(" ", -1)).stream()
                .filter(each -> !each.isEmpty())
                .map(Integer::valueOf)
                .toList());

    assertThat(PollResult.of(ids(count), history, NO_SENTINEL).isComplete()).isEqualTo(complete);
  }

  @Test
  void onlyTheLastTenListsCount() {
    PollHistory history = new PollHistory(List.of());
    for (int poll = 0; poll < 20; poll++) {
      history = history.with(poll < 10 ? 1000 : 10);
    }

    assertThat(history.counts()).hasSize(10).containsOnly(10);
    assertThat(history.isEnough(8)).isTrue();
  }

  @Test
  void aListWithoutItsSentinelIsNotBelieved() {
    PollHistory none = new PollHistory(List.of());

    assertThat(PollResult.of(ids(3), none, Optional.of("m1")).isComplete()).isTrue();
    assertThat(PollResult.of(ids(3), none, Optional.of("gpt-4o")))
        .isEqualTo(new PollResult.Incomplete(PollResult.Reason.NO_SENTINEL, "without gpt-4o"));
  }

  private static Set<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(n -> "m" + n).collect(Collectors.toSet());
  }
}
