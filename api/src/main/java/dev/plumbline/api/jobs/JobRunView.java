package dev.plumbline.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One window of a job and what came of it. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobRun")
public record JobRunView(
    String job,
    Instant windowStart,
    Instant windowEnd,
    @Schema(description = "waiting, running, done, failed or skipped") String state,
    int attempt,
    @Schema(description = "who asked for it; absent for one that came by itself")
        @Nullable String askedBy,
    @Nullable Instant claimedAt,
    @Schema(description = "when a failed one is tried again") @Nullable Instant retryAt,
    @Nullable Instant finishedAt,
    @Schema(description = "how many things were done") int items,
    List<JobFindingView> findings) {

  static JobRunView of(JobRunEntity row) {
    boolean again = row.state.equals("failed") && row.attempt < JobRows.MOST_ATTEMPTS;
    return new JobRunView(
        row.job,
        row.windowStart,
        row.windowEnd,
        row.state,
        row.attempt,
        row.askedBy,
        row.claimedAt,
        again ? row.retryAt : null,
        row.finishedAt,
        row.items,
        FindingsText.read(row.findings));
  }

  /** For the page. */
  public String took() {
    return claimedAt == null || finishedAt == null
        ? "–"
        : Duration.between(claimedAt, finishedAt).toMillis() + " ms";
  }

  /** Class of the badge of its state. */
  public String tone() {
    return switch (state) {
      case "done" -> "tone-good";
      case "failed" -> "tone-bad";
      case "running", "waiting" -> "tone-care";
      default -> "tone-plain";
    };
  }

  /** Some of them, the latest first. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "JobRunList")
  public record All(List<JobRunView> runs) {}
}
