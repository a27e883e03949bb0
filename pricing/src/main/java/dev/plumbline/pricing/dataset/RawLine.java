package dev.plumbline.pricing.dataset;

import java.util.Optional;

/**
 * One line as it came, without its end.
 *
 * @param bytes empty when the line was refused
 * @param refusal why the line was not kept, in words
 */
@SuppressWarnings("ArrayRecordComponent") // read once by one worker, never compared
record RawLine(long number, byte[] bytes, Optional<String> refusal) {

  boolean isBlank() {
    for (byte unit : bytes) {
      if (unit != ' ' && unit != '\t') {
        return false;
      }
    }
    return refusal.isEmpty();
  }
}
