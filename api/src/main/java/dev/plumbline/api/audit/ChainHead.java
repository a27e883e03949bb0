package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

/** Where a chain ends: the number and the hash of its last entry. */
record ChainHead(long number, ChainHash hash) {

  /** Of an organisation in which nothing has been changed yet. */
  static final ChainHead NOTHING = new ChainHead(0, ChainHash.START);

  ChainHead {
    requireNonNull(hash, "hash");
    if (number < 0) {
      throw new IllegalArgumentException("entries are counted from 1, not " + number);
    }
  }
}
