package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.Replay;
import java.time.LocalDate;
import java.util.List;

/**
 * A rule over the last year.
 *
 * @param told what it would have told, the newest first; empty for a rule without history
 */
record RulePreview(String name, String about, boolean hasHistory, List<Line> told) {

  private static final int DAYS = 365;
  private static final int SHOWN = 20;

  /** One message. */
  record Line(LocalDate on, String event, String severity, String summary) {}

  static RulePreview of(AlertRule rule, Organisation organisation, LocalDate today) {
    if (!rule.hasHistory()) {
      return new RulePreview(rule.name(), rule.about(), false, List.of());
    }
    List<Replay.Told> told =
        Replay.of(today.minusDays(DAYS), today.plusDays(1), rule.of(organisation));
    return new RulePreview(
        rule.name(),
        rule.about(),
        true,
        java.util.stream.IntStream.rangeClosed(1, told.size())
            .mapToObj(i -> line(told.get(told.size() - i)))
            .toList());
  }

  private static Line line(Replay.Told told) {
    return new Line(
        told.on(),
        told.step().event().label(),
        told.step().after().condition().severity().label(),
        told.step().after().condition().summary());
  }

  /** How often, in words. */
  public String verdict() {
    return switch (told.size()) {
      case 0 -> "It would not have told anybody anything in the last year.";
      case 1 -> "It would have fired once in the last year.";
      default -> "It would have fired %d times in the last year.".formatted(told.size());
    };
  }

  public List<Line> shown() {
    return told.stream().limit(SHOWN).toList();
  }
}
