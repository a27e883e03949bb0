package dev.plumbline.api.syncs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.sync.SyncReport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One run for one account, done or only shown. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SyncRun")
public record SyncRunView(
    @Schema(description = "absent for a dry run, of which nothing is kept") @Nullable UUID id,
    UUID account,
    Instant startedAt,
    Instant finishedAt,
    @Schema(description = "complete, partial or failed") String outcome,
    @Schema(description = "why it is not complete") @Nullable String detail,
    @Schema(description = "how many the provider lists") int models,
    @Schema(description = "the first thousand") List<ChangeView> changes,
    @Schema(description = "how many there are") int changed) {

  private static final int MOST_CHANGES = 1_000;
  private static final int LONGEST_DETAIL = 1_000;

  public SyncRunView {
    changes = List.copyOf(changes);
  }

  static SyncRunView of(
      @Nullable UUID id, UUID account, Instant start, Instant end, SyncReport report) {
    return new SyncRunView(
        id,
        account,
        start,
        end,
        report.outcome().name().toLowerCase(Locale.ROOT),
        report
            .detail()
            .map(text -> text.substring(0, Math.min(text.length(), LONGEST_DETAIL)))
            .orElse(null),
        report.models(),
        report.changes().stream().limit(MOST_CHANGES).map(ChangeView::of).toList(),
        report.changes().size());
  }
}
