package dev.plumbline.core.finding;

import static java.util.Objects.requireNonNull;

/**
 * One objection to something that came from outside.
 *
 * @param code stable upper-case code, for example {@code BAD_MESSAGES}
 * @param message what is wrong, in words
 * @param where the place it was found
 * @param remedy what the reader can do about it
 */
public record Finding(String code, Severity severity, String message, Place where, String remedy) {

  public Finding {
    requireNonNull(code, "code");
    requireNonNull(severity, "severity");
    requireNonNull(message, "message");
    requireNonNull(where, "where");
    requireNonNull(remedy, "remedy");
  }
}
