package dev.plumbline.api.breakeven;

import dev.plumbline.api.web.Shown;
import dev.plumbline.pricing.breakeven.BreakEven;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import java.util.Locale;

/** Verdicts and notes in the few words of a heading. */
final class VerdictWords {

  private VerdictWords() {}

  static String tag(BreakEven verdict) {
    return tag(verdict.code());
  }

  static String tag(String code) {
    return switch (code) {
      case "ALWAYS" -> "Always pays";
      case "PAYS_ABOVE" -> "Pays above";
      case "PAYS_BELOW" -> "Pays below";
      case "WINDOW" -> "Pays between two volumes, from";
      case "NEVER" -> "Never pays";
      default -> "Pays in several ranges";
    };
  }

  /** When tuning beats another way. */
  static String against(BreakEvenAnswer answer) {
    String words = tag(answer.verdict());
    return answer
        .wholeRequestsPerMonth()
        .filter(volume -> volume.signum() > 0)
        .map(volume -> words + " " + Shown.count(volume))
        .orElse(words);
  }

  /** A note's code as a heading: TRAINING_ENDS_SOON becomes "Training ends soon". */
  static String title(String code) {
    if (code.equals("BREAK_EVEN_NOTE")) {
      return "Note";
    }
    return capital(code.replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  /** A message as a sentence of its own. */
  static String sentence(String message) {
    return message.isEmpty() ? "" : capital(message) + (message.endsWith(".") ? "" : ".");
  }

  /** A sentence that begins with a model's name keeps the name as it is. */
  private static String capital(String words) {
    if (!words.matches("(?s)[a-z]+[ ,:].*")) {
      return words;
    }
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
