package dev.plumbline.pricing.dataset;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.pricing.tokens.ChatFault;
import java.util.ArrayList;
import java.util.List;

/** The objections to one line, in bounded number. */
final class RowFindings {

  private static final int MOST = 50;

  private final String file;
  private final long line;
  private final List<Finding> findings = new ArrayList<>();
  private boolean countable = true;

  RowFindings(String file, long line) {
    this.file = file;
    this.line = line;
  }

  void error(String code, String field, String message, String remedy) {
    add(new Finding(code, Severity.ERROR, message, new Place(file, line, field), remedy));
  }

  void warning(String code, String field, String message, String remedy) {
    add(new Finding(code, Severity.WARNING, message, new Place(file, line, field), remedy));
  }

  void information(String code, String field, String message, String remedy) {
    add(new Finding(code, Severity.INFORMATION, message, new Place(file, line, field), remedy));
  }

  void fault(ChatFault fault) {
    countable &= fault.countable();
    error(fault.code().name(), fault.field(), fault.problem(), fault.remedy());
  }

  private void add(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    }
  }

  /** Whether every fault so far left the tokens of the row countable. */
  boolean countable() {
    return countable;
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }
}
