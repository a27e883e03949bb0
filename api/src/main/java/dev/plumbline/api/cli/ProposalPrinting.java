package dev.plumbline.api.cli;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.imports.ImportProposal;
import dev.plumbline.lifecycle.deprecation.imports.ProposedChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A proposal: the changes, then what is missing and what was refused. */
record ProposalPrinting(Output output, boolean all) {

  /** Prints it, and says how the command ends. */
  ExitCode print(ImportProposal proposal) {
    return proposal.match(this::acceptable, this::refused);
  }

  private ExitCode acceptable(ImportProposal.Acceptable proposal) {
    List<ProposedChange> shown =
        proposal.changes().stream().filter(change -> all || !change.isUnchanged()).toList();
    long unchanged = proposal.changes().stream().filter(ProposedChange::isUnchanged).count();
    if (output.isJson()) {
      Map<String, Object> parts = head(proposal, proposal.isPartial() ? "partial" : "acceptable");
      parts.put("unchanged", unchanged);
      parts.put("changes", changes(shown).objects());
      parts.put("missing", missing(proposal.missing()).objects());
      parts.put("findings", findings(proposal.findings()).objects());
      output.record(parts);
      return ending(proposal);
    }
    output.sentence(
        "%d of %d rows would change something; nothing was stored."
            .formatted(proposal.changes().size() - unchanged, proposal.changes().size()));
    output.table(changes(shown));
    if (output.isForPeople()) {
      appendix(
          "No longer listed; believed until somebody withdraws it", missing(proposal.missing()));
      appendix("Refused, or waiting for a person", findings(proposal.findings()));
    }
    return ending(proposal);
  }

  private static ExitCode ending(ImportProposal.Acceptable proposal) {
    return proposal.isPartial() ? ExitCode.PARTIAL : ExitCode.OK;
  }

  private ExitCode refused(ImportProposal.Refused proposal) {
    if (output.isJson()) {
      Map<String, Object> parts = head(proposal, "refused");
      List<Finding> findings = new ArrayList<>(List.of(proposal.reason()));
      findings.addAll(proposal.findings());
      parts.put("findings", findings(findings).objects());
      output.record(parts);
    }
    return ExitCode.INPUT_INVALID;
  }

  private static Map<String, Object> head(ImportProposal proposal, String status) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("document", proposal.document().name());
    parts.put("kind", proposal.document().kind().label());
    parts.put("seen_at", proposal.document().seenAt());
    parts.put("sha256_prefix", proposal.document().fingerprint());
    parts.put("status", status);
    return parts;
  }

  private void appendix(String title, Table table) {
    if (!table.texts().isEmpty()) {
      output.sentence("");
      output.sentence(title);
      output.table(table);
    }
  }

  private static Table changes(List<ProposedChange> changes) {
    Table table =
        Table.of(
            "change",
            "provider",
            "model",
            "subject",
            "clock",
            "before",
            "after",
            "stated",
            "where");
    for (ProposedChange change : changes) {
      ClaimKey key = change.key();
      table.row(
          change.label(),
          key.subject().provider(),
          key.subject().name(),
          CalendarRows.label(key.subject().kind()),
          CalendarRows.label(key.clock()),
          change.before(),
          change.after(),
          change.claim().date(),
          change.where());
    }
    return table;
  }

  private static Table missing(List<ClaimKey> keys) {
    Table table = Table.of("provider", "model", "subject");
    for (ClaimKey key : keys) {
      table.row(
          key.subject().provider(), key.subject().name(), CalendarRows.label(key.subject().kind()));
    }
    return table;
  }

  private static Table findings(List<Finding> findings) {
    Table table = Table.of("where", "code", "severity", "message", "remedy");
    for (Finding finding : findings) {
      table.row(
          finding.where(),
          finding.code(),
          CalendarRows.label(finding.severity()),
          finding.message(),
          finding.remedy());
    }
    return table;
  }
}
