package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.imports.table.Page;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns documents into proposals. A page that lost more than a tenth of what it listed, or a whole
 * table, is refused: that is a broken download far more often than a withdrawal.
 */
public final class Imports {

  /** Of the rows of a source, the share that may be gone in one run. */
  private static final int MOST_PERCENT_GONE = 10;

  private final DeprecationCalendar believed;

  public Imports(DeprecationCalendar believed) {
    this.believed = believed;
  }

  /**
   * Reads a document and compares it with what is believed.
   *
   * @throws IllegalArgumentException when the text cannot be read at all, or is beyond the limits
   */
  public ImportProposal propose(Document document) {
    var reading = new Reading(document);
    int tables = read(reading);
    List<ClaimKey> missing = missing(reading);
    return objection(reading, tables, missing)
        .<ImportProposal>map(
            reason -> new ImportProposal.Refused(document, reason, reading.findings()))
        .orElseGet(
            () ->
                new ImportProposal.Acceptable(
                    document,
                    new ProposalDiff(believed, reading).changes(),
                    missing,
                    reading.claims().stream().distinct().toList(),
                    reading.findings()));
  }

  /** How many tables were found; a document that is no page counts as one. */
  private static int read(Reading reading) {
    switch (reading.document().kind()) {
      case OPENAI_PAGE -> {
        Page page = Page.read(reading.document().text());
        new OpenAiPage(reading).read(page);
        return page.countTables();
      }
      case AZURE_PAGE -> {
        Page page = Page.read(reading.document().text());
        new AzurePage(reading, page).read(page);
        return page.countTables();
      }
      case JSON -> new JsonFeed(reading).read();
      case CSV -> new HandCsv(reading).read();
    }
    return 1;
  }

  private Optional<Finding> objection(Reading reading, int tables, List<ClaimKey> missing) {
    if (tables == 0) {
      return Optional.of(
          refusal(reading, "NO_TABLE", "there is no table in it", "save the whole page"));
    }
    if (reading.stated().isEmpty()) {
      return Optional.of(
          refusal(
              reading,
              "NOTHING_READ",
              "no row of it could be taken",
              "check that --kind fits the file"));
    }
    if (!reading.document().kind().isComplete()) {
      return Optional.empty();
    }
    return lostTable(reading).or(() -> shrunk(reading, missing));
  }

  /** Base models and fine-tuned models have tables of their own. */
  private Optional<Finding> lostTable(Reading reading) {
    Set<Boolean> lost = tables(known(reading.document()));
    lost.removeAll(tables(reading.claims().stream().map(DateClaim::key).toList()));
    return lost.stream()
        .findFirst()
        .map(
            ofBases ->
                refusal(
                    reading,
                    "TABLE_LOST",
                    "the tables about %s models are gone"
                        .formatted(ofBases ? "base" : "fine-tuned"),
                    "save the whole page again; withdraw by hand if it is really gone"));
  }

  /** Whether there are rows about bases, and whether there are others. */
  private static Set<Boolean> tables(List<ClaimKey> keys) {
    return keys.stream()
        .map(key -> key.subject().kind())
        .filter(Imports::isRow)
        .map(kind -> kind == Subject.Kind.BASE)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Optional<Finding> shrunk(Reading reading, List<ClaimKey> missing) {
    int known = known(reading.document()).size();
    if (missing.size() * 100 <= known * MOST_PERCENT_GONE) {
      return Optional.empty();
    }
    return Optional.of(
        refusal(
            reading,
            "SOURCE_SUSPICIOUS",
            "%d of %d rows that this source had are gone".formatted(missing.size(), known),
            "save the whole page again; withdraw by hand what is really gone"));
  }

  private static Finding refusal(Reading reading, String code, String message, String remedy) {
    return new Finding(code, Severity.BLOCKER, message, reading.document().at(0, ""), remedy);
  }

  private List<ClaimKey> missing(Reading reading) {
    Set<String> listed =
        reading.claims().stream().map(claim -> row(claim.key())).collect(Collectors.toSet());
    return known(reading.document()).stream().filter(key -> !listed.contains(row(key))).toList();
  }

  /** A row of a table is about a subject, whichever of its clocks and scopes it names. */
  private static String row(ClaimKey key) {
    return (key.subject().kind() + " " + key.subject().name()).toLowerCase(Locale.ROOT);
  }

  /** What earlier versions of the document listed, a key for each row. */
  private List<ClaimKey> known(Document document) {
    return believed.claims().stream()
        .filter(claim -> claim.evidence().document().equals(document.kind().document()))
        .map(DateClaim::key)
        .filter(key -> isRow(key.subject().kind()))
        .collect(
            Collectors.toMap(Imports::row, key -> key, (first, again) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Sentences about a row are not rows. */
  private static boolean isRow(Subject.Kind kind) {
    return switch (kind) {
      case BASE, TUNED, FAMILY -> true;
      case FOLLOWS_BASE, NOT_AFFECTED, FINE_TUNE, GATE -> false;
    };
  }
}
