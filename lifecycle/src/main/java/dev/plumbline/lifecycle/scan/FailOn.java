package dev.plumbline.lifecycle.scan;

import static dev.plumbline.lifecycle.scan.ScanRule.ALIAS;
import static dev.plumbline.lifecycle.scan.ScanRule.DEPRECATED;
import static dev.plumbline.lifecycle.scan.ScanRule.ENDING_SOON;
import static dev.plumbline.lifecycle.scan.ScanRule.RETIRED;
import static dev.plumbline.lifecycle.scan.ScanRule.SUPPRESSION_WITHOUT_REASON;
import static dev.plumbline.lifecycle.scan.ScanRule.TRAINING_ENDED;
import static dev.plumbline.lifecycle.scan.ScanRule.TRAINING_ENDING;
import static dev.plumbline.lifecycle.scan.ScanRule.UNKNOWN_FINE_TUNE;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which objections make a scan fail: those of these rules, at live places, that nobody dismissed.
 */
public record FailOn(Set<ScanRule> rules) {

  /** Each level holds the worse ones, too. */
  private static final Map<String, Set<ScanRule>> LEVELS = levels();

  public FailOn {
    rules = Set.copyOf(rules);
  }

  /**
   * Reads words of {@link #words()}; several add up.
   *
   * @throws IllegalArgumentException for another word
   */
  public static FailOn of(Collection<String> words) {
    Set<ScanRule> rules = EnumSet.noneOf(ScanRule.class);
    for (String word : words) {
      Set<ScanRule> level = LEVELS.get(word);
      if (level == null) {
        throw new IllegalArgumentException(
            "'%s' is no level: choose from %s".formatted(word, String.join(", ", words())));
      }
      rules.addAll(level);
    }
    return new FailOn(rules);
  }

  public static List<String> words() {
    return List.copyOf(LEVELS.keySet());
  }

  public boolean isTriggeredBy(ScanFinding finding) {
    return rules.contains(finding.rule())
        && finding.dismissal().isEmpty()
        && finding.mention().usage().isLive();
  }

  private static Map<String, Set<ScanRule>> levels() {
    Set<ScanRule> retired = EnumSet.of(RETIRED, TRAINING_ENDED);
    Set<ScanRule> ending = EnumSet.copyOf(retired);
    ending.add(ENDING_SOON);
    Set<ScanRule> deprecated = EnumSet.copyOf(ending);
    deprecated.addAll(EnumSet.of(DEPRECATED, TRAINING_ENDING));
    Set<ScanRule> any = EnumSet.copyOf(deprecated);
    any.addAll(EnumSet.of(ALIAS, UNKNOWN_FINE_TUNE, SUPPRESSION_WITHOUT_REASON));
    Map<String, Set<ScanRule>> levels = new LinkedHashMap<>();
    levels.put("none", Set.of());
    levels.put("retired", retired);
    levels.put("ending", ending);
    levels.put("deprecated", deprecated);
    levels.put("alias", EnumSet.of(ALIAS));
    levels.put("unknown-fine-tune", EnumSet.of(UNKNOWN_FINE_TUNE));
    levels.put("suppression", EnumSet.of(SUPPRESSION_WITHOUT_REASON));
    levels.put("any", any);
    return levels;
  }
}
