package dev.plumbline.api.settings;

import dev.plumbline.api.syncs.ChangeView;
import dev.plumbline.api.syncs.SyncRunView;
import dev.plumbline.api.web.Shown;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A run as the page shows it, times in UTC.
 *
 * @param detail why it is not complete; empty for one that is
 * @param changes the first of them
 * @param more how many changes are not shown; empty for none
 */
public record SyncRunRow(
    String account,
    String at,
    String outcome,
    String tone,
    String detail,
    String models,
    int changed,
    List<ChangeView> changes,
    String more) {

  private static final int SHOWN = 200;

  static SyncRunRow of(SyncRunView run, Map<UUID, String> names) {
    int left = run.changed() - Math.min(SHOWN, run.changes().size());
    return new SyncRunRow(
        names.getOrDefault(run.account(), run.account().toString()),
        Screens.minute(run.finishedAt()),
        run.outcome(),
        tone(run.outcome()),
        run.detail() == null ? "" : run.detail(),
        Shown.count(run.models()),
        run.changed(),
        run.changes().stream().limit(SHOWN).toList(),
        left == 0 ? "" : Shown.count(left));
  }

  private static String tone(String outcome) {
    return switch (outcome) {
      case "complete" -> "tone-good";
      case "partial" -> "tone-care";
      default -> "tone-bad";
    };
  }
}
