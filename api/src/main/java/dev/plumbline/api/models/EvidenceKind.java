package dev.plumbline.api.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a piece of evidence proves about a model. */
public enum EvidenceKind {
  /** It was evaluated, so that another one can be compared with it. */
  BASELINE,
  /** It answered a call. */
  SERVABLE;

  /** The published spelling, for example {@code baseline}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EvidenceKind> findByLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(EvidenceKind::label).collect(Collectors.joining(", "));
  }
}
