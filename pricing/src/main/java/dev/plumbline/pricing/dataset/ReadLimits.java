package dev.plumbline.pricing.dataset;

/**
 * What a file may be at most. More is refused with the number of the line, never read into memory.
 *
 * @param fileBytes bytes of the file, decompressed when it was compressed
 * @param lineBytes bytes of one line
 * @param lines lines of the file
 * @param gzipRatio decompressed bytes per compressed byte
 * @param findingsPerCode findings kept of each code; all are counted
 */
public record ReadLimits(
    long fileBytes, int lineBytes, long lines, int gzipRatio, int findingsPerCode) {

  /** OpenAI takes up to 8 GB by resumable upload; one row may hold an inline image of 10 MB. */
  public static final ReadLimits USUAL = new ReadLimits(8L << 30, 16 << 20, 50_000_000, 100, 20);

  public ReadLimits {
    long smallest =
        Math.min(
            Math.min(fileBytes, lineBytes), Math.min(Math.min(lines, gzipRatio), findingsPerCode));
    if (smallest < 1) {
      throw new IllegalArgumentException("limits must be positive: " + smallest);
    }
  }
}
