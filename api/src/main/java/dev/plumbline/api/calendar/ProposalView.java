package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.imports.ImportProposal;
import dev.plumbline.lifecycle.deprecation.imports.ProposedChange;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a document would change when it is approved; of a decided one, what it changed. */
@Schema(name = "CalendarProposal")
@JsonNaming(SnakeCaseStrategy.class)
public record ProposalView(
    ImportView document,
    @Schema(description = "give it with the approval, so that it is this that is approved")
        String diff,
    @Schema(description = "rows that change the calendar") List<ChangeView> changes,
    @Schema(description = "rows that say what is known") int unchanged,
    @Schema(description = "rows that an earlier version of a page had; they stay believed")
        List<KeyView> missing,
    @Schema(description = "rows that were refused or wait for a person") List<FindingView> findings,
    @Schema(description = "whether rows were refused, so that approving takes less than the whole")
        boolean partial) {

  public ProposalView {
    changes = List.copyOf(changes);
    missing = List.copyOf(missing);
    findings = List.copyOf(findings);
  }

  /** What one row would change. */
  @Schema(name = "ProposedChange")
  @JsonNaming(SnakeCaseStrategy.class)
  public record ChangeView(
      @Schema(examples = "moved_later") String change,
      KeyView key,
      @Nullable LocalDate before,
      @Nullable LocalDate after,
      @Nullable LocalDate stated,
      String certainty,
      long line) {

    static ChangeView of(ProposedChange change) {
      return new ChangeView(
          change.label(),
          KeyView.of(change.key()),
          change.before().orElse(null),
          change.after().orElse(null),
          change.claim().date().orElse(null),
          Labels.of(change.claim().certainty()),
          change.where().line());
    }
  }

  /** Which clock of what. */
  @Schema(name = "DateKey")
  @JsonNaming(SnakeCaseStrategy.class)
  public record KeyView(String provider, String subject, String model, String clock) {

    static KeyView of(ClaimKey key) {
      return new KeyView(
          key.subject().provider().key(),
          Labels.of(key.subject().kind()),
          key.subject().name(),
          Labels.of(key.clock()));
    }
  }

  /** What is the matter with one row. */
  @Schema(name = "ImportFinding")
  @JsonNaming(SnakeCaseStrategy.class)
  public record FindingView(
      String code, String severity, String message, long line, String field, String remedy) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.code(),
          Labels.of(finding.severity()),
          finding.message(),
          finding.where().line(),
          finding.where().field(),
          finding.remedy());
    }
  }

  static ProposalView of(ImportView document, ImportProposal.Acceptable proposal) {
    List<ChangeView> changes =
        proposal.changes().stream()
            .filter(change -> !change.isUnchanged())
            .map(ChangeView::of)
            .toList();
    return new ProposalView(
        document,
        fingerprint(changes),
        changes,
        proposal.changes().size() - changes.size(),
        missing(proposal),
        proposal.findings().stream().map(FindingView::of).toList(),
        proposal.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR));
  }

  /** What a collection or a person leaves out is not gone. */
  private static List<KeyView> missing(ImportProposal.Acceptable proposal) {
    return proposal.document().kind().isComplete()
        ? proposal.missing().stream().map(KeyView::of).toList()
        : List.of();
  }

  private static String fingerprint(List<ChangeView> changes) {
    return HexFormat.of().formatHex(CompressedText.sha256(changes.toString()), 0, 8);
  }
}
