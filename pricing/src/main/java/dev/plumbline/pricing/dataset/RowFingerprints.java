package dev.plumbline.pricing.dataset;

/**
 * What is remembered of the rows of a file to recognise them again: hashes of their inputs and
 * answers, never their text. Bounded; beyond {@link #MOST_ROWS} rows it only knows the first ones.
 */
public final class RowFingerprints {

  /** Rows that are remembered: at most 128 MB. */
  static final int MOST_ROWS = 2_000_000;

  /** Lines take the low bits of an entry, a part of the answer's hash the others. */
  private static final long LINE_MASK = (1L << 26) - 1;

  private final LongTable wholeRows = new LongTable(MOST_ROWS);
  private final LongTable inputs = new LongTable(MOST_ROWS);

  RowFingerprints() {}

  /** The line of an earlier row with the same input and answer, or -1. */
  long lineOfDuplicate(RowIdentity row) {
    return wholeRows.get(row.whole());
  }

  /** The line of the first row with the same input, or -1. */
  long lineOfInput(RowIdentity row) {
    long entry = inputs.get(row.input());
    return entry == LongTable.ABSENT ? -1 : entry & LINE_MASK;
  }

  /** Whether the first row with this input has another answer. */
  boolean answersDiffer(RowIdentity row) {
    long entry = inputs.get(row.input());
    return entry != LongTable.ABSENT && (entry & ~LINE_MASK) != answerBits(row);
  }

  void add(RowIdentity row, long line) {
    wholeRows.putIfAbsent(row.whole(), line);
    inputs.putIfAbsent(row.input(), answerBits(row) | (line & LINE_MASK));
  }

  /** Whether rows came that are no longer remembered. */
  boolean isFull() {
    return inputs.isFull();
  }

  /** Never the bits of {@link LongTable#ABSENT}: the sign stays clear. */
  private static long answerBits(RowIdentity row) {
    return row.answer() & ~LINE_MASK & Long.MAX_VALUE;
  }
}
