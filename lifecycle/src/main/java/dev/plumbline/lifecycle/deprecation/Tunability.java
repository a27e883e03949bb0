package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

/**
 * What a source says about fine-tuning a base.
 *
 * @param statement the source's words, beginning with yes, experimental, no, only, via or use
 */
public record Tunability(Subject base, String statement) {

  public Tunability {
    requireNonNull(base, "base");
    requireNonNull(statement, "statement");
  }

  boolean isRefused() {
    return statement.startsWith("no") || statement.startsWith("only");
  }
}
