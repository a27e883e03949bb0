package dev.plumbline.api.limits;

/**
 * How much is worked on at the same time.
 *
 * @param alone requests of an organisation while no other is there
 * @param shared requests to divide among organisations while several are there
 * @param waiting requests of one organisation that wait for their turn
 */
record ShareSizes(int alone, int shared, int waiting) {

  ShareSizes {
    if (alone < 1 || shared < 1 || waiting < 0) {
      throw new IllegalArgumentException(
          "not sizes of shares: %d, %d, %d".formatted(alone, shared, waiting));
    }
  }

  /** Of all who have no name together. */
  ShareSizes ofVisitors() {
    return new ShareSizes(shared, shared, waiting);
  }
}
