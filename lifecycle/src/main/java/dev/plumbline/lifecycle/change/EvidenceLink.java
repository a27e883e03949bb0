package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something outside of Plumbline that proves a decision; only its hash is kept, never its content.
 *
 * @param link where it is, an http or https address
 * @param sha256 64 lower-case hex digits of the document as it was read
 */
public record EvidenceLink(
    String name, Optional<String> link, Optional<String> sha256, Optional<String> note) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** A link is shown to others, so it must not run as a script in their browser. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");

  public EvidenceLink {
    requireNonNull(name, "name");
    requireNonNull(link, "link");
    requireNonNull(sha256, "sha256");
    requireNonNull(note, "note");
    if (name.isBlank()) {
      throw new IllegalArgumentException("evidence needs a name");
    }
    if (!link.map(text -> ADDRESS.matcher(text).matches()).orElse(true)) {
      throw new IllegalArgumentException("not an http or https address: " + link.get());
    }
    if (!sha256.map(text -> HASH.matcher(text).matches()).orElse(true)) {
      throw new IllegalArgumentException("not 64 lower-case hex digits: " + sha256.get());
    }
  }
}
