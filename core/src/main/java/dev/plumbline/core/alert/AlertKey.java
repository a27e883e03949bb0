package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

/**
 * What an alert is about; one key has one alert for ever. At most 200 characters, so that it fits
 * into the keys of other systems.
 *
 * @param rule what was noticed, for example {@code model.ends}
 * @param subject of what, for example a model's id; empty for the whole organisation
 * @param aspect which side of it, for example {@code inference}; empty when there is only one
 */
public record AlertKey(String rule, String subject, String aspect) {

  private static final int LONGEST = 200;

  public AlertKey {
    requireNonNull(subject, "subject");
    requireNonNull(aspect, "aspect");
    if (!rule.matches("[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)*")) {
      throw new IllegalArgumentException("not the name of a rule: " + rule);
    }
    if (rule.length() + subject.length() + aspect.length() + 2 > LONGEST) {
      throw new IllegalArgumentException(
          "the key of an alert has at most %d characters: %s".formatted(LONGEST, subject));
    }
  }

  public static AlertKey of(String rule, String subject) {
    return new AlertKey(rule, subject, "");
  }

  /** As it is stored and sent: rule, subject and aspect behind each other. */
  @Override
  public String toString() {
    return rule + "/" + subject + (aspect.isEmpty() ? "" : "/" + aspect);
  }
}
