package dev.plumbline.lifecycle.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lifecycle.probe.BorderSearch.Tried;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BorderSearchTest {

  @Test
  void thePromptsWhoseFirstTokenFlipsAreKeptTheMostBalancedFirst() {
    List<String> found =
        BorderSearch.found(
            List.of(
                new Tried("steady", List.of("A", "A", "A")),
                new Tried("silent", List.of("", "A", "")),
                new Tried("uneven", List.of("A", "A", "B")),
                new Tried("even", List.of("A", "B", "C"))));

    // p2/p1: 1/1 of "even", 1/2 of "uneven"
    assertThat(found).containsExactly("even", "uneven");
  }

  @Test
  void atMostTwentyAreKept() {
    List<Tried> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(new Tried("p" + i, List.of("A", "B", "A")));
    }

    assertThat(BorderSearch.found(many)).hasSize(20);
  }

  @Test
  void everyCandidateIsThereOnce() {
    List<String> all = BorderCandidates.first(BorderCandidates.MOST);

    assertThat(all).hasSize(4_000).allSatisfy(each -> assertThat(each.length()).isBetween(1, 3));
    assertThat(new HashSet<>(all)).hasSize(4_000);
    assertThatThrownBy(() -> BorderCandidates.first(0)).hasMessageContaining("0");
  }
}
