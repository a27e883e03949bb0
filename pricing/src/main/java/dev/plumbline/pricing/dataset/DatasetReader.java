package dev.plumbline.pricing.dataset;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Severity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a training file, plain or gzip, in constant memory: counts its tokens and audits its rows
 * in one pass. A bad line becomes a finding and the rest is still read.
 */
public final class DatasetReader {

  private static final int USUAL_WORKERS = 2;
  private static final int PROGRESS_LINES = 256;

  private final DatasetQuestion question;
  private final int workers;

  public DatasetReader(DatasetQuestion question) {
    this(question, USUAL_WORKERS);
  }

  /**
   * A reader for machines with more or fewer cores.
   *
   * @param workers threads that count tokens of a larger file
   */
  public DatasetReader(DatasetQuestion question, int workers) {
    this.question = requireNonNull(question, "question");
    if (workers < 1 || workers > 64) {
      throw new IllegalArgumentException("workers must be 1 to 64: " + workers);
    }
    this.workers = workers;
  }

  /**
   * Reads to the end of the stream and leaves closing it to the caller.
   *
   * @param file the name that findings use
   * @throws IOException when the stream breaks; what a file contains never throws
   */
  public DatasetReport read(String file, InputStream in, ReadProgress progress) throws IOException {
    requireNonNull(progress, "progress");
    CountingStream source = new CountingStream(in);
    ReportBuilder builder = new ReportBuilder(file, question);
    Reading reading = new Reading(source, builder, progress);
    try (RowPipeline pipeline =
        new RowPipeline(new RowAnalyst(file, question), workers, builder::add)) {
      reading.run(pipeline);
    }
    return builder.report(reading.bytes(), reading.lines());
  }

  /** One pass over one file. */
  private final class Reading {

    private final CountingStream source;
    private final ReportBuilder builder;
    private final ReadProgress progress;
    private Optional<LineReader> lines = Optional.empty();

    Reading(CountingStream source, ReportBuilder builder, ReadProgress progress) {
      this.source = source;
      this.builder = builder;
      this.progress = progress;
    }

    long bytes() {
      return lines.map(LineReader::bytes).orElse(0L);
    }

    long lines() {
      return lines.map(LineReader::lines).orElse(0L);
    }

    void run(RowPipeline pipeline) throws IOException {
      try {
        LineReader reader = new LineReader(decompressed(), question.limits());
        lines = Optional.of(reader);
        copy(reader, pipeline);
        reader.stopped().ifPresent(this::stopped);
      } catch (GzipRefusedException e) {
        builder.add(
            "BAD_COMPRESSION",
            Severity.ERROR,
            "reading ended after line " + lines() + ": " + e.getMessage(),
            "compress the JSONL file once with gzip, or give it uncompressed");
      }
      pipeline.finish();
    }

    private void copy(LineReader reader, RowPipeline pipeline) throws IOException {
      for (Optional<RawLine> line = reader.next(); line.isPresent(); line = reader.next()) {
        pipeline.add(line.get());
        if (line.get().number() % PROGRESS_LINES == 0) {
          progress.at(source.bytes(), line.get().number());
        }
      }
    }

    private InputStream decompressed() throws IOException {
      BufferedInputStream buffered = new BufferedInputStream(source, 1 << 16);
      buffered.mark(2);
      byte[] start = buffered.readNBytes(2);
      buffered.reset();
      return GzipStream.isGzip(start, start.length)
          ? new GzipStream(buffered, question.limits().gzipRatio())
          : buffered;
    }

    private void stopped(String why) {
      builder.add(
          "FILE_TOO_LARGE",
          Severity.ERROR,
          "reading ended after line %d: the file has %s".formatted(lines(), why),
          "split the file");
    }
  }
}
