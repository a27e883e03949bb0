package dev.plumbline.core.model;

import dev.plumbline.core.time.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that is known about one alias, in time. */
final class AliasTimeline {

  private final List<AliasPointing> stated;
  private final List<AliasPointing> believed;
  private final List<DayRange> doubtful = new ArrayList<>();

  AliasTimeline(List<AliasPointing> stated) {
    this.stated = List.copyOf(stated);
    List<AliasPointing> left = new ArrayList<>(stated);
    for (AliasPointing observed : stated) {
      for (AliasPointing announced : stated) {
        if (observed.delays(announced)) {
          left.remove(announced);
          doubtful.add(DayRange.of(announced.from(), observed.from()));
        }
      }
    }
    left.sort(Comparator.comparing(AliasPointing::from));
    this.believed = List.copyOf(left);
  }

  /** Every statement, announced and observed ones of the same move too, by their day. */
  List<AliasMove> moves() {
    return stated.stream()
        .sorted(Comparator.comparing(AliasPointing::from))
        .map(AliasPointing::move)
        .toList();
  }

  /** An observed move beats the announced one; the days between the two are uncertain. */
  Optional<AliasTarget> targetOn(LocalDate day) {
    return believed.stream()
        .filter(pointing -> pointing.holdsOn(day))
        .reduce((earlier, later) -> later)
        .flatMap(pointing -> target(pointing, day));
  }

  private Optional<AliasTarget> target(AliasPointing pointing, LocalDate day) {
    boolean uncertain =
        pointing.isUncertainOn(day) || doubtful.stream().anyMatch(range -> range.contains(day));
    return pointing
        .snapshot()
        .map(snapshot -> new AliasTarget(snapshot, uncertain, pointing.kind(), pointing.source()));
  }
}
