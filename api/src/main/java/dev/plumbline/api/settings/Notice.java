package dev.plumbline.api.settings;

import dev.plumbline.api.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the section says above its content.
 *
 * @param done what has happened, or empty
 * @param wrong why something was refused, or empty
 * @param field the field that holds the mistake, or empty
 */
public record Notice(String done, String wrong, String field) {

  static Notice afterwards(@Nullable String done) {
    return new Notice(done == null ? "" : Done.sentenceOf(done), "", "");
  }

  static Notice refused(Problem problem) {
    String remedy = problem.remedy().map(text -> " Remedy: " + text + ".").orElse("");
    String detail = problem.detail();
    String sentence = detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1);
    return new Notice("", sentence + "." + remedy, problem.field().orElse(""));
  }

  /** Whether the mistake is in the field of that name. */
  public boolean isAt(String name) {
    return field.equals(name);
  }
}
