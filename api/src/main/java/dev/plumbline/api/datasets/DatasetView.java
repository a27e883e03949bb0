package dev.plumbline.api.datasets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.dataset.DatasetReport;
import dev.plumbline.pricing.dataset.RowSizes;
import dev.plumbline.pricing.dataset.TokenParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An uploaded dataset: how far it is read, and what reading it found. */
@Schema(name = "Dataset")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DatasetView(
    @Schema(examples = "q3XhPzv0kQm1sT7c") String id,
    @Schema(examples = "train.jsonl") String file,
    @Schema(examples = "openai") String provider,
    @Schema(examples = "gpt-4o-mini-2024-07-18") String model,
    @Schema(description = "waiting, reading, done or failed", examples = "done") String status,
    @Schema(description = "while it is read") Optional<Progress> progress,
    @Schema(description = "why it failed") Optional<String> reason,
    Optional<Report> training,
    Optional<Report> validation,
    @Schema(description = "where its estimate is asked for") String estimate) {

  /** Bytes and rows so far. */
  @Schema(name = "DatasetProgress")
  @JsonNaming(SnakeCaseStrategy.class)
  record Progress(long bytes, long totalBytes, int percent, long rows) {}

  /** What one file holds. */
  @Schema(name = "DatasetReport")
  @JsonNaming(SnakeCaseStrategy.class)
  record Report(
      String file,
      @Schema(description = "sft, dpo, rft or not_chat") String format,
      long bytes,
      long lines,
      long rows,
      @Schema(examples = "o200k_base") String encoding,
      long tokensPerEpoch,
      @Schema(description = "exact or estimated") String precision,
      Map<String, Long> tokens,
      Map<String, String> tokensPerRow,
      @Schema(description = "how often each code was found") Map<String, Long> findingCounts,
      @Schema(description = "the first findings of each code") List<FindingView> findings) {

    private static Report of(DatasetReport report) {
      return new Report(
          report.file(),
          report.format().name().toLowerCase(Locale.ROOT),
          report.bytes(),
          report.lines(),
          report.rows(),
          report.encoding().label(),
          report.tokensPerEpoch().tokens(),
          precision(report.tokensPerEpoch()),
          parts(report.tokens()),
          sizes(report.sizes()),
          report.findingCounts(),
          report.findings().stream().map(FindingView::of).toList());
    }

    /** In the order in which a reader expects them, the same in every answer. */
    private static Map<String, Long> parts(TokenParts tokens) {
      var parts = new LinkedHashMap<String, Long>();
      parts.put("contents", tokens.contents().tokens());
      parts.put("framing", tokens.framing().tokens());
      parts.put("calls", tokens.calls().tokens());
      parts.put("tools", tokens.tools().tokens());
      parts.put("images", tokens.images().tokens());
      return parts;
    }

    private static Map<String, String> sizes(RowSizes rows) {
      var sizes = new LinkedHashMap<String, String>();
      sizes.put("min", Long.toString(rows.smallest()));
      sizes.put("p50", rows.percentile(50).toPlainString());
      sizes.put("p95", rows.percentile(95).toPlainString());
      sizes.put("max", Long.toString(rows.largest()));
      return sizes;
    }

    private static String precision(TokenCount count) {
      return count.isExact() ? "exact" : "estimated";
    }
  }

  /** One objection. */
  @Schema(name = "Finding")
  @JsonNaming(SnakeCaseStrategy.class)
  record FindingView(
      String code,
      String severity,
      String file,
      long line,
      String field,
      String message,
      String remedy) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.code(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.where().file(),
          finding.where().line(),
          finding.where().field(),
          finding.message(),
          finding.remedy());
    }
  }

  static DatasetView of(DatasetReading reading) {
    return reading
        .state()
        .match(
            new ReadingState.Cases<>() {
              @Override
              public DatasetView waiting() {
                return view(reading, "waiting", Optional.empty(), Optional.empty());
              }

              @Override
              public DatasetView reading(ReadingState.Reading now) {
                Progress progress =
                    new Progress(now.bytes(), now.total(), now.percent(), now.rows());
                return view(reading, "reading", Optional.of(progress), Optional.empty());
              }

              @Override
              public DatasetView done(ReadingState.Done done) {
                return finished(reading, done);
              }

              @Override
              public DatasetView failed(ReadingState.Failed failed) {
                return view(reading, "failed", Optional.empty(), Optional.of(failed.reason()));
              }
            });
  }

  private static DatasetView view(
      DatasetReading reading, String status, Optional<Progress> progress, Optional<String> reason) {
    return new DatasetView(
        reading.id(),
        reading.file(),
        reading.purpose().provider().key(),
        reading.purpose().model(),
        status,
        progress,
        reason,
        Optional.empty(),
        Optional.empty(),
        "/api/v1/estimates?dataset=" + reading.id());
  }

  private static DatasetView finished(DatasetReading reading, ReadingState.Done done) {
    DatasetView open = view(reading, "done", Optional.empty(), Optional.empty());
    return new DatasetView(
        open.id(),
        open.file(),
        open.provider(),
        open.model(),
        open.status(),
        open.progress(),
        open.reason(),
        Optional.of(Report.of(done.training())),
        done.validation().map(Report::of),
        open.estimate());
  }
}
