package dev.plumbline.api.calendar;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.deprecations.NewObservation;
import dev.plumbline.api.deprecations.Observations;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.finding.Place;
import dev.plumbline.lifecycle.deprecation.imports.Document;
import dev.plumbline.lifecycle.deprecation.imports.ImportProposal;
import dev.plumbline.lifecycle.deprecation.imports.Imports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Documents become observations when somebody who may has looked at what they would change. */
@ApplicationScoped
class CalendarImports {

  /** Who leaves so many undecided brings more in vain. */
  private static final int MOST_OPEN = 20;

  private final CalendarImportRepository imports;
  private final Observations observations;
  private final Calendars calendars;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  CalendarImports(
      CalendarImportRepository imports,
      Observations observations,
      Calendars calendars,
      Tenancy tenancy,
      AuditTrail trail) {
    this.imports = imports;
    this.observations = observations;
    this.calendars = calendars;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  List<ImportView> list(Caller caller) {
    caller.require(Permissions.CALENDAR_READ, Optional.empty());
    return imports.list(caller.organisation()).stream().map(ImportView::of).toList();
  }

  @Transactional
  ProposalView show(Caller caller, UUID id) {
    ImportEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.CALENDAR_READ, Optional.empty());
    return view(row);
  }

  /**
   * Keeps a document for approval. The same one once more is the one that waits already.
   *
   * @throws ProblemException 400 when the document as a whole cannot be taken, with the line and
   *     field where that shows; 409 when too many wait
   */
  @Transactional
  ProposalView propose(Caller caller, Document document) {
    caller.require(Permissions.CALENDAR_WRITE, Optional.empty());
    ImportProposal.Acceptable proposal = accepted(caller.organisation(), document);
    tenancy.enterAlone(caller.organisation());
    List<ImportEntity> open = imports.open(caller.organisation());
    byte[] hash = CompressedText.sha256(document.text());
    Optional<ImportEntity> same =
        open.stream().filter(row -> isSame(row, document, hash)).findFirst();
    if (same.isPresent()) {
      return ProposalView.of(ImportView.of(same.get()), proposal);
    }
    if (open.size() >= MOST_OPEN) {
      throw Problem.of(ErrorCode.CONFLICT, "%d imports wait already".formatted(MOST_OPEN))
          .withRemedy("approve or refuse some of them first")
          .asException();
    }
    ImportEntity row = row(caller, document, hash);
    imports.add(row);
    ImportView view = ImportView.of(row);
    record(
        caller, AuditedChange.of("calendar_import.proposed", "calendar_import", row.id).to(view));
    return ProposalView.of(view, proposal);
  }

  private static boolean isSame(ImportEntity row, Document document, byte[] hash) {
    return Arrays.equals(row.sha256, hash)
        && row.kind.equals(document.kind().label())
        && row.seenAt.equals(document.seenAt());
  }

  private ImportEntity row(Caller caller, Document document, byte[] hash) {
    ImportEntity row = new ImportEntity();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.kind = document.kind().label();
    row.name = document.name();
    row.seenAt = document.seenAt();
    row.content = CompressedText.packed(document.text());
    row.sha256 = hash;
    row.uploadedAt = imports.now();
    row.uploadedBy = caller.actor().name();
    row.state = Labels.of(ImportState.OPEN);
    return row;
  }

  /**
   * Makes observations of an import.
   *
   * @param diff of the proposal that was looked at; another one in the meantime is a conflict
   */
  @Transactional
  ProposalView approve(Caller caller, UUID id, String diff) {
    ImportEntity row = waiting(caller, id);
    ImportView before = ImportView.of(row);
    ImportProposal.Acceptable proposal = accepted(caller.organisation(), row.document());
    ProposalView seen = ProposalView.of(before, proposal);
    if (!seen.diff().equals(diff)) {
      throw Problem.of(ErrorCode.CONFLICT, "it would change something else by now")
          .atField("diff")
          .withRemedy("look at the proposal again, then approve what it says")
          .asException();
    }
    row.decide(ImportState.APPROVED, caller.actor().name(), null, imports.now());
    observations.record(
        caller.organisation(),
        caller.actor(),
        proposal.claims().stream().map(NewObservation::of).toList());
    ImportView after = ImportView.of(row);
    record(
        caller,
        AuditedChange.of("calendar_import.approved", "calendar_import", id).from(before).to(after));
    return ProposalView.of(after, proposal);
  }

  @Transactional
  ImportView refuse(Caller caller, UUID id, String reason) {
    ImportEntity row = waiting(caller, id);
    ImportView before = ImportView.of(row);
    row.decide(ImportState.REFUSED, caller.actor().name(), reason, imports.now());
    ImportView after = ImportView.of(row);
    record(
        caller,
        AuditedChange.of("calendar_import.refused", "calendar_import", id).from(before).to(after));
    return after;
  }

  private ImportEntity waiting(Caller caller, UUID id) {
    tenancy.enterAlone(caller.organisation());
    ImportEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.CALENDAR_APPROVE, Optional.empty());
    if (!row.isOpen()) {
      throw Problem.of(ErrorCode.CONFLICT, "it is %s already".formatted(row.state)).asException();
    }
    return row;
  }

  private ImportEntity existing(Organisation organisation, UUID id) {
    return imports
        .find(organisation, id)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no such import").asException());
  }

  /** A decided one is compared with what was believed when it was decided. */
  private ProposalView view(ImportEntity row) {
    Organisation organisation = new Organisation(row.organisationId);
    var believed =
        row.decidedAt == null
            ? calendars.of(organisation)
            : calendars.asRecordedBefore(organisation, row.decidedAt);
    return new Imports(believed)
        .propose(row.document())
        .match(
            acceptable -> ProposalView.of(ImportView.of(row), acceptable),
            refused -> {
              throw refusal(refused);
            });
  }

  private ImportProposal.Acceptable accepted(Organisation organisation, Document document) {
    ImportProposal proposal =
        Input.read("body", () -> new Imports(calendars.of(organisation)).propose(document));
    return proposal.match(
        acceptable -> acceptable,
        refused -> {
          throw refusal(refused);
        });
  }

  /** With the first row that was refused, if that is why nothing is left. */
  private static ProblemException refusal(ImportProposal.Refused refused) {
    String because =
        refused.findings().stream()
            .findFirst()
            .map(finding -> "; first at %s: %s".formatted(finding.where(), finding.message()))
            .orElse("");
    Problem problem =
        Problem.of(ErrorCode.INVALID_INPUT, refused.reason().message() + because)
            .atField("body")
            .withRemedy(refused.reason().remedy());
    return refused.findings().stream()
        .filter(finding -> finding.where().line() > 0)
        .findFirst()
        .map(finding -> at(problem, finding.where()))
        .orElse(problem)
        .asException();
  }

  private static Problem at(Problem problem, Place where) {
    Problem inLine = problem.atLine(where.line());
    return where.field().isEmpty() ? inLine : inLine.atField(where.field());
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
