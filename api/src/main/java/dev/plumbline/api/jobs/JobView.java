package dev.plumbline.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job and its latest run in the organisation. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Job")
public record JobView(
    @Schema(examples = "calendar-sweep") String name,
    String about,
    @Schema(description = "length of a window, ISO 8601", examples = "PT1H") String every,
    @Schema(description = "every_window or latest_only") String catchUp,
    @Schema(description = "when the present window is due") Instant nextDue,
    @Schema(description = "absent before the first") @Nullable JobRunView latest) {

  static JobView of(JobPlan plan, @Nullable JobRunEntity latest, Instant now) {
    return new JobView(
        plan.name(),
        plan.about(),
        plan.every().toString(),
        plan.catchUp().name().toLowerCase(java.util.Locale.ROOT),
        plan.windowOf(now).plus(plan.every()),
        latest == null ? null : JobRunView.of(latest));
  }

  /** In words. */
  public String rhythm() {
    Duration length = Duration.parse(every);
    if (length.toDays() >= 1 && length.equals(Duration.ofDays(length.toDays()))) {
      return length.toDays() == 1 ? "every day" : "every %d days".formatted(length.toDays());
    }
    if (length.toHours() >= 1 && length.equals(Duration.ofHours(length.toHours()))) {
      return length.toHours() == 1 ? "every hour" : "every %d hours".formatted(length.toHours());
    }
    return length.toMinutes() >= 1
        ? "every %d min".formatted(length.toMinutes())
        : "every %d s".formatted(length.toSeconds());
  }

  /** All of them, by name. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "JobList")
  public record All(List<JobView> jobs) {}
}
