package dev.plumbline.api.cli;

import dev.plumbline.api.scan.FindingView;
import dev.plumbline.api.scan.GithubReport;
import dev.plumbline.api.scan.JsonReport;
import dev.plumbline.api.scan.JunitReport;
import dev.plumbline.api.scan.MarkdownReport;
import dev.plumbline.api.scan.SarifReport;
import dev.plumbline.api.scan.ScanReport;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.scan.ScanFinding;
import java.io.PrintWriter;
import java.time.LocalDate;

/** Writes a scan in the form that was asked for. */
record ScanPrinting(Surroundings surroundings, ScanQuestion question) {

  /**
   * @param shown what is written
   * @param all what the summary counts
   * @param stale entries of the baseline that no finding has any more
   */
  void print(ScanReport shown, ScanReport all, long stale) {
    PrintWriter out = surroundings.out();
    LocalDate at = question.settings().at();
    switch (question.format()) {
      case TABLE -> table(shown);
      case CSV -> csv(shown);
      case JSON ->
          out.println(
              Json.pretty(
                  new JsonReport(shown, question.settings(), question.failOn(), stale).document()));
      case SARIF ->
          out.println(Json.pretty(new SarifReport(shown, at, BuildVersion.version()).document()));
      case JUNIT -> out.print(new JunitReport(shown, at, question.failOn()).document());
      case MARKDOWN -> out.print(new MarkdownReport(shown, at, question.failOn()).document());
      case GITHUB -> new GithubReport(shown).lines().forEach(out::println);
    }
    summarise(all, stale);
  }

  private void table(ScanReport report) {
    Output output = new Output(surroundings.out(), Format.TABLE, surroundings.colour());
    Table rows = Table.of("severity", "finding", "place", "model", "end", "days_left", "message");
    report.findings().stream()
        .filter(finding -> finding.dismissal().isEmpty())
        .forEach(finding -> add(rows, finding, view(finding)));
    if (rows.texts().isEmpty()) {
      output.sentence("Nothing to object to.");
    } else {
      output.table(rows);
    }
  }

  private void csv(ScanReport report) {
    Table rows =
        Table.of(
            "severity",
            "finding",
            "place",
            "model",
            "usage",
            "end",
            "days_left",
            "replacement",
            "message",
            "fingerprint",
            "dismissed");
    report.findings().forEach(finding -> addAll(rows, finding, view(finding)));
    new Output(surroundings.out(), Format.CSV, false).table(rows);
  }

  private FindingView view(ScanFinding finding) {
    return new FindingView(finding, question.settings().at());
  }

  private static void addAll(Table table, ScanFinding finding, FindingView view) {
    table.row(
        view.severity(),
        finding.rule().id(),
        finding.mention().spot(),
        finding.mention().name(),
        finding.mention().usage().label(),
        view.day(),
        view.daysLeft(),
        finding.prospects().replacement(),
        finding.message(),
        finding.fingerprint(),
        view.dismissed());
  }

  private static void add(Table table, ScanFinding finding, FindingView view) {
    table.row(
        view.severity(),
        finding.rule().id(),
        finding.mention().spot(),
        finding.mention().name(),
        view.day(),
        view.daysLeft(),
        finding.message());
  }

  /** For people, on standard error, whatever the form of the data. */
  private void summarise(ScanReport all, long stale) {
    surroundings.say(
        "plumbline: %,d files, %,d places that name a model: %d errors, %d warnings, %d for information%s"
            .formatted(
                all.files(),
                all.mentions(),
                all.count(Severity.ERROR),
                all.count(Severity.WARNING),
                all.count(Severity.INFORMATION),
                question.showsAll() ? "" : " (--all shows them)"));
    if (all.countDismissed() > 0 || stale > 0) {
      surroundings.say(
          "%d dismissed; %d entries of the baseline are no longer found"
              .formatted(all.countDismissed(), stale));
    }
    all.unread().forEach(it -> surroundings.say("not read: " + it.path() + ": " + it.reason()));
  }
}
