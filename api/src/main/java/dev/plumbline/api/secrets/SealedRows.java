package dev.plumbline.api.secrets;

import dev.plumbline.api.organisations.Organisation;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A table that holds sealed secrets: every one of them takes part in the rotation. */
public interface SealedRows {

  /** Number of secrets of all organisations, by the version of the master key that wraps them. */
  Map<String, Long> byVersion();

  /**
   * Re-wraps the next rows of an organisation that are on another version, in a transaction of its
   * own.
   *
   * @param version the current one
   * @param after the last row of the batch before
   */
  Batch rewrap(Organisation organisation, String version, Optional<UUID> after, int limit);

  /**
   * @param last the last row looked at; empty when none was left
   * @param rewrapped rows that are on the current version now
   * @param unreadable rows that stay as they are, because their key is missing or they are broken
   */
  record Batch(Optional<UUID> last, int rewrapped, int unreadable) {

    public int looked() {
      return rewrapped + unreadable;
    }
  }
}
