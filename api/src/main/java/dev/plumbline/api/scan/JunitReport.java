package dev.plumbline.api.scan;

import dev.plumbline.lifecycle.scan.FailOn;
import dev.plumbline.lifecycle.scan.ScanFinding;
import java.time.LocalDate;

/**
 * A scan as JUnit XML: a test case for each finding. Those that let the scan fail are failures, the
 * dismissed are skipped, files that could not be read are errors.
 */
public record JunitReport(ScanReport report, LocalDate at, FailOn failOn) {

  /** The whole document. */
  public String document() {
    long failures = report.findings().stream().filter(failOn::isTriggeredBy).count();
    boolean isClean = report.findings().isEmpty() && report.unread().isEmpty();
    int cases = isClean ? 1 : report.findings().size() + report.unread().size();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        "<testsuites>\n<testsuite name=\"plumbline scan\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" timestamp=\"%sT00:00:00\">\n"
            .formatted(cases, failures, report.unread().size(), report.countDismissed(), at));
    if (isClean) {
      xml.append("<testcase classname=\"scan\" name=\"nothing to object to\"/>\n");
    }
    report.findings().forEach(finding -> append(xml, finding));
    report.unread().forEach(unread -> append(xml, unread));
    return xml.append("</testsuite>\n</testsuites>\n").toString();
  }

  private void append(StringBuilder xml, ScanFinding finding) {
    FindingView view = new FindingView(finding, at);
    xml.append(
        "<testcase classname=\"%s\" name=\"%s\">"
            .formatted(
                escaped(finding.mention().spot().path()),
                escaped(
                    "%s: %s at line %d"
                        .formatted(
                            finding.mention().name(),
                            finding.rule().id(),
                            finding.mention().spot().line()))));
    String text = escaped(finding.mention().spot() + ": " + finding.message());
    if (failOn.isTriggeredBy(finding)) {
      xml.append(
          "<failure type=\"%s\" message=\"%s\">%s</failure>"
              .formatted(finding.rule().id(), escaped(finding.message()), text));
    } else if (view.reason().isPresent()) {
      xml.append("<skipped message=\"%s\"/>".formatted(escaped(view.reason().get())));
    } else {
      xml.append("<system-out>%s</system-out>".formatted(text));
    }
    xml.append("</testcase>\n");
  }

  private static void append(StringBuilder xml, Unread unread) {
    xml.append(
        "<testcase classname=\"%s\" name=\"not read\"><error type=\"unread\" message=\"%s\"/></testcase>\n"
            .formatted(escaped(unread.path()), escaped(unread.reason())));
  }

  /** XML 1.0 has no form for most control characters. */
  static String escaped(String text) {
    StringBuilder xml = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return xml.toString();
  }

  private static boolean isAllowed(int c) {
    return (c >= ' ' && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
  }
}
