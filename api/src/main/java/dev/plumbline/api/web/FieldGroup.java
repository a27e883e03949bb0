package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Inputs that belong together under one heading that opens and closes.
 *
 * @param gist the group's values in a few words, shown while it is closed
 */
public record FieldGroup(String title, String gist, boolean open, List<FieldRow> rows) {

  /** Inputs below an optional heading of their own. */
  public record FieldRow(String heading, List<Field> fields) {
    public FieldRow {
      requireNonNull(heading, "heading");
      fields = List.copyOf(fields);
    }
  }

  public FieldGroup {
    requireNonNull(title, "title");
    requireNonNull(gist, "gist");
    rows = List.copyOf(rows);
  }
}
