package dev.plumbline.lifecycle.exit.successor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a model is tuned; a base that takes one method need not take another. */
public enum TuningMethod {
  SFT,
  DPO,
  RFT;

  /** The published spelling, for example {@code sft}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TuningMethod> findByLabel(String label) {
    return Arrays.stream(values()).filter(method -> method.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(TuningMethod::label).collect(Collectors.joining(", "));
  }
}
