package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.Statement;
import java.util.ArrayList;
import java.util.List;

/** What one document says, row by row, and what in it could not be taken. */
final class Reading {

  /** A claim with the place that it was read from. */
  record Stated(Place where, DateClaim claim) {}

  private final Document document;
  private final Evidence evidence;
  private final List<Stated> stated = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  Reading(Document document) {
    this.document = document;
    this.evidence = document.evidence();
  }

  Document document() {
    return document;
  }

  void state(long line, ClaimKey key, Statement statement) {
    state(line, new DateClaim(key, statement, evidence));
  }

  void state(long line, DateClaim claim) {
    stated.add(new Stated(document.at(line, ""), claim));
  }

  Evidence evidence() {
    return evidence;
  }

  /** A row that must be corrected; the others are still taken. */
  void refuse(Place where, String code, String message, String remedy) {
    findings.add(new Finding(code, Severity.ERROR, message, where, remedy));
  }

  /** A row that a person should look at, and that changes nothing until then. */
  void hold(Place where, String code, String message, String remedy) {
    findings.add(new Finding(code, Severity.INFORMATION, message, where, remedy));
  }

  List<Stated> stated() {
    return List.copyOf(stated);
  }

  List<DateClaim> claims() {
    return stated.stream().map(Stated::claim).toList();
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
