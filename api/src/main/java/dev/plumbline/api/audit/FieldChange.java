package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

/**
 * One field of a view, before and after.
 *
 * @param before as text for people; empty when there was none
 * @param after empty when there is none any more
 */
record FieldChange(String field, String before, String after) {

  private static final int LONGEST = 300;

  FieldChange {
    requireNonNull(field, "field");
    before = cut(before);
    after = cut(after);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  public boolean isAdded() {
    return before.isEmpty();
  }

  public boolean isRemoved() {
    return after.isEmpty();
  }
}
