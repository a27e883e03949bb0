package dev.plumbline.lifecycle.deprecation.imports;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import java.util.List;
import java.util.function.Function;

/** What a document would change. Nothing is changed before somebody accepts it. */
public sealed interface ImportProposal {

  Document document();

  /**
   * The document can be accepted.
   *
   * @param changes one for each clock that it speaks of, in the order of the document
   * @param missing what an earlier version stated and this one does not list; it stays believed
   * @param claims the observations that accepting adds
   * @param findings rows that were refused or wait for a person
   */
  record Acceptable(
      Document document,
      List<ProposedChange> changes,
      List<ClaimKey> missing,
      List<DateClaim> claims,
      List<Finding> findings)
      implements ImportProposal {

    public Acceptable {
      requireNonNull(document, "document");
      changes = List.copyOf(changes);
      missing = List.copyOf(missing);
      claims = List.copyOf(claims);
      findings = List.copyOf(findings);
    }

    /** Whether rows were refused, so that accepting takes less than the document says. */
    public boolean isPartial() {
      return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  /** The document as a whole cannot be trusted: it is empty, shrank or lost a table. */
  record Refused(Document document, Finding reason, List<Finding> findings)
      implements ImportProposal {

    public Refused {
      requireNonNull(document, "document");
      requireNonNull(reason, "reason");
      findings = List.copyOf(findings);
    }
  }

  default <R> R match(
      Function<? super Acceptable, ? extends R> acceptable,
      Function<? super Refused, ? extends R> refused) {
    return this instanceof Acceptable proposal
        ? acceptable.apply(proposal)
        : refused.apply((Refused) this);
  }
}
