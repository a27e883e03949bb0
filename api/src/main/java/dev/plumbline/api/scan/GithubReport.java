package dev.plumbline.api.scan;

import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.scan.ScanFinding;
import dev.plumbline.lifecycle.scan.Spot;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan as commands of GitHub's workflow runners, one a line, which become annotations beside the
 * code. Escaped as the runners read them, so that a file's name cannot be a command.
 */
public record GithubReport(ScanReport report) {

  /** The lines in order; dismissed findings have none. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    report.findings().stream()
        .filter(finding -> finding.dismissal().isEmpty())
        .forEach(finding -> lines.add(line(finding)));
    report
        .unread()
        .forEach(
            unread ->
                lines.add(
                    "::warning file=%s,title=not read::%s"
                        .formatted(property(unread.path()), data(unread.reason()))));
    return List.copyOf(lines);
  }

  private static String line(ScanFinding finding) {
    Spot spot = finding.mention().spot();
    String column =
        spot.cell().isPresent()
            ? ""
            : ",col=%d,endColumn=%d".formatted(spot.column(), spot.column() + spot.length());
    return "::%s file=%s,line=%d%s,title=%s::%s"
        .formatted(
            command(finding.severity()),
            property(spot.path()),
            spot.line(),
            column,
            property(finding.rule().id()),
            data(finding.message()));
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case INFORMATION -> "notice";
      case WARNING -> "warning";
      case ERROR, BLOCKER -> "error";
    };
  }

  static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
