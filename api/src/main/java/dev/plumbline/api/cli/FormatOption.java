package dev.plumbline.api.cli;

import picocli.CommandLine.Option;

/** {@code --format}, the same for every command: {@code @Mixin FormatOption format}. */
public final class FormatOption {

  private final Surroundings surroundings;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How data is written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Format format = Format.TABLE;

  public FormatOption(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  public Format format() {
    return format;
  }

  public Output output() {
    return new Output(surroundings.out(), format, surroundings.colour());
  }
}
