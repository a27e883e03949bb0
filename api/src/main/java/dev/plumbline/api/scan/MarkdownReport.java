package dev.plumbline.api.scan;

import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.scan.FailOn;
import dev.plumbline.lifecycle.scan.ScanFinding;
import java.time.LocalDate;
import java.util.List;

/**
 * A scan as a comment under a pull request: a verdict, a table, what was not read. Names from files
 * are written so that they are neither links, nor mentions, nor markup.
 */
public record MarkdownReport(ScanReport report, LocalDate at, FailOn failOn) {

  /** GitHub refuses comments of more than 65,536 characters. */
  private static final int LONGEST = 60_000;

  /** The whole comment. */
  public String document() {
    StringBuilder text = new StringBuilder("### Models in this code, " + at + "\n\n");
    text.append(verdict()).append("\n");
    List<ScanFinding> counted =
        report.findings().stream().filter(finding -> finding.dismissal().isEmpty()).toList();
    if (!counted.isEmpty()) {
      text.append("\n| | place | model | finding | ends | instead |\n|---|---|---|---|---|---|\n");
      appendRows(text, counted);
    }
    if (report.isPartial()) {
      text.append("\nNot read:\n\n");
      report.unread().stream().limit(20).forEach(it -> text.append("- ").append(line(it)));
    }
    return text.toString();
  }

  private String verdict() {
    String counts =
        "%d errors and %d warnings in %d files; %d dismissed."
            .formatted(
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.files(),
                report.countDismissed());
    return (report.fails(failOn) ? "**The check fails.** " : "The check passes. ") + counts;
  }

  private void appendRows(StringBuilder text, List<ScanFinding> findings) {
    for (int i = 0; i < findings.size(); i++) {
      String row = row(findings.get(i));
      if (text.length() + row.length() > LONGEST) {
        text.append("\n… and %d more.\n".formatted(findings.size() - i));
        return;
      }
      text.append(row);
    }
  }

  private String row(ScanFinding finding) {
    FindingView view = new FindingView(finding, at);
    String end =
        view.day().map(day -> day + " (" + view.daysLeft().orElse(0L) + " days)").orElse("");
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            failOn.isTriggeredBy(finding) ? "**fails**" : view.severity(),
            escaped(finding.mention().spot().toString()),
            escaped(finding.mention().name()),
            escaped(finding.message()),
            end,
            escaped(finding.prospects().replacement().orElse("")));
  }

  private static String line(Unread unread) {
    return escaped(unread.path()) + ": " + escaped(unread.reason()) + "\n";
  }

  /** Every mark that Markdown or GitHub reads becomes a number of HTML. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                safe.append(' ');
              } else if ("\\`*_{}[]()<>#+!|~@&$".indexOf(c) >= 0) {
                safe.append("&#").append(c).append(';');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
  }
}
