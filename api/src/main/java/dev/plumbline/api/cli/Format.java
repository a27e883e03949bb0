package dev.plumbline.api.cli;

/** The forms in which a command writes its data. */
public enum Format {
  /** Aligned columns for people. */
  TABLE,
  JSON,
  /** RFC 4180, with a header line. */
  CSV,
  MARKDOWN;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
