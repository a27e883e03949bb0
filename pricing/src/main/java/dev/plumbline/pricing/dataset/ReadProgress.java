package dev.plumbline.pricing.dataset;

/** Is told how far reading has come, at least once per megabyte. */
@FunctionalInterface
public interface ReadProgress {

  ReadProgress NONE = (bytes, rows) -> {};

  /**
   * Takes note.
   *
   * @param bytes bytes of the input read so far, compressed ones when it is compressed
   */
  void at(long bytes, long rows);
}
