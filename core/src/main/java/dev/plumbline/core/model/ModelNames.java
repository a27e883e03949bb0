package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

/** Takes model names apart: the only place that does. */
public final class ModelNames {

  private final KnownModels known;

  public ModelNames(KnownModels known) {
    this.known = requireNonNull(known, "known");
  }

  /** The grammar over the table of names that ships with Plumbline. */
  public static ModelNames bundled() {
    return new ModelNames(KnownModels.bundled());
  }

  /** Reads a name as it stands: nothing is trimmed, and letter case matters. */
  public ParsedModelName parse(String text) {
    return new NotAModelName(text, "the table of " + known.all().size() + " names lacks it");
  }
}
