package dev.plumbline.api.audit;

/**
 * From where on, in which direction and how many entries are read.
 *
 * @param newestFirst the order
 * @param after number of the entry before the first one, in that order
 */
record TrailPosition(boolean newestFirst, long after, int limit) {

  static TrailPosition newest(int limit) {
    return new TrailPosition(true, Long.MAX_VALUE, limit);
  }

  static TrailPosition oldest(int limit) {
    return new TrailPosition(false, 0, limit);
  }

  TrailPosition behind(long number) {
    return new TrailPosition(newestFirst, number, limit);
  }

  long lowest() {
    return newestFirst ? 1 : Math.addExact(after, 1);
  }

  long highest() {
    return newestFirst ? after - 1 : Long.MAX_VALUE;
  }
}
