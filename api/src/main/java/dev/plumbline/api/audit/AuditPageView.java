package dev.plumbline.api.audit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some entries of the trail. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AuditEntries")
record AuditPageView(
    List<AuditEntryView> entries,
    @Schema(description = "value of after for the next page; null on the last one")
        @Nullable Long next) {

  /**
   * @param found one more than is shown, when there is more
   */
  static AuditPageView of(List<ChainedEntry> found, int limit) {
    List<AuditEntryView> shown = found.stream().limit(limit).map(AuditEntryView::of).toList();
    return new AuditPageView(shown, found.size() > limit ? found.get(limit - 1).number() : null);
  }
}
