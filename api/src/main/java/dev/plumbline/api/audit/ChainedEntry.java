package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

/**
 * An entry with the hashes that are stored beside it; whether they are right is what {@link
 * ChainCheck} finds out.
 */
record ChainedEntry(AuditEntry entry, ChainHash previous, ChainHash hash) {

  ChainedEntry {
    requireNonNull(entry, "entry");
    requireNonNull(previous, "previous");
    requireNonNull(hash, "hash");
  }

  long number() {
    return entry.number();
  }

  /** Whether its fields and the hash before it give its own hash. */
  boolean isSound() {
    return previous.after(entry).equals(hash);
  }

  /** Whether it would be sound as the entry of that number: it was moved. */
  boolean wasWrittenAs(long number) {
    return previous.after(entry.numbered(number)).equals(hash);
  }
}
