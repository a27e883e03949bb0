package dev.plumbline.api.audit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check of the trail found. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AuditVerification")
record TrailReportView(
    boolean intact,
    UUID organisation,
    long entries,
    @Schema(description = "of the last entry") long number,
    @Schema(description = "of the last entry") String hash,
    @Schema(description = "exported heads that agree") int heads,
    @Schema(description = "number up to which exported heads prove that nothing was rewritten")
        long confirmedTo,
    @Schema(description = "at most 100") List<TamperingView> found,
    long foundInAll) {

  /** One thing that is wrong. */
  @Schema(name = "AuditTampering")
  record TamperingView(
      @Schema(
              examples = "edited",
              description =
                  "edited, deleted, inserted, reordered, rewritten, cut-off, head-changed or"
                      + " head-forged")
          String kind,
      @Schema(description = "of the first entry that is not as it was written") long number,
      String detail) {}

  static TrailReportView of(TrailReport report) {
    return new TrailReportView(
        report.isIntact(),
        report.organisation().id(),
        report.entries(),
        report.number(),
        report.hash(),
        report.heads(),
        report.confirmedTo(),
        report.found().stream()
            .map(each -> new TamperingView(each.kind().label(), each.number(), each.detail()))
            .toList(),
        report.foundInAll());
  }
}
