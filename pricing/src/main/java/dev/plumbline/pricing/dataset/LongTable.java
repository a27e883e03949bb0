package dev.plumbline.pricing.dataset;

/**
 * A map from hashes to numbers in two arrays: two million rows take 64 MB. It takes entries up to a
 * bound and then only knows those that it has.
 */
final class LongTable {

  /** What {@link #get} answers when there is no entry. */
  static final long ABSENT = -1;

  private static final int FIRST_CAPACITY = 1 << 10;

  private final int most;
  private long[] keys = new long[FIRST_CAPACITY];
  private long[] values = new long[FIRST_CAPACITY];
  private int size;

  LongTable(int most) {
    this.most = most;
  }

  /** The value of a key, or {@link #ABSENT}. A key is never 0. */
  long get(long key) {
    int place = placeOf(key, keys);
    return keys[place] == 0 ? ABSENT : values[place];
  }

  /** Adds an entry unless the key is there or the table is full. */
  void putIfAbsent(long key, long value) {
    if (size >= most) {
      return;
    }
    int place = placeOf(key, keys);
    if (keys[place] != 0) {
      return;
    }
    keys[place] = key;
    values[place] = value;
    size++;
    if (size > keys.length / 2 && size < most) {
      grow();
    }
  }

  boolean isFull() {
    return size >= most;
  }

  private void grow() {
    long[] moreKeys = new long[keys.length * 2];
    long[] moreValues = new long[values.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int place = placeOf(keys[i], moreKeys);
        moreKeys[place] = keys[i];
        moreValues[place] = values[i];
      }
    }
    keys = moreKeys;
    values = moreValues;
  }

  private static int placeOf(long key, long[] keys) {
    int mask = keys.length - 1;
    int place = (int) (key ^ key >>> 32) & mask;
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }
}
