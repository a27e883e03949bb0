package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A file that a job has made, as far as its provider gives it.
 *
 * @param text of the file; empty when it was not given
 * @param why it was not given; empty when it was, or when the provider gives none
 * @param later whether it may be given the next time
 */
public record JobFile(Optional<String> text, Optional<String> why, boolean later) {

  /** Of a provider whose files are not read. */
  public static final JobFile NONE = new JobFile(Optional.empty(), Optional.empty(), false);

  public JobFile {
    requireNonNull(text, "text");
    requireNonNull(why, "why");
  }

  public static JobFile of(String text) {
    return new JobFile(Optional.of(text), Optional.empty(), false);
  }

  /** Asking again will not help. */
  public static JobFile lost(String why) {
    return new JobFile(Optional.empty(), Optional.of(why), false);
  }

  /** The provider did not answer, or was busy. */
  public static JobFile later(String why) {
    return new JobFile(Optional.empty(), Optional.of(why), true);
  }
}
