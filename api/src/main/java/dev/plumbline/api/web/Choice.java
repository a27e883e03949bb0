package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

/** One entry of a list to choose from. */
public record Choice(String value, String label, boolean chosen) {

  public Choice {
    requireNonNull(value, "value");
    requireNonNull(label, "label");
  }
}
