package dev.plumbline.lifecycle.drift;

import static java.util.Objects.requireNonNull;

/** The first token that a border input was answered with. */
public record BorderToken(String prompt, String token) {

  public BorderToken {
    requireNonNull(prompt, "prompt");
    requireNonNull(token, "token");
  }
}
