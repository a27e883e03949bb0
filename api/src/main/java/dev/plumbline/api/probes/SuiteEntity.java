package dev.plumbline.api.probes;

import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.SuiteReader;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code probe_suite}, which is never changed. */
@Entity
@Table(name = "probe_suite")
@IdClass(RowKey.class)
class SuiteEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String name;
  int version;
  String contentHash;
  String lines;
  int probes;
  String createdBy;
  Instant createdAt;

  void take(ProbeSuite suite) {
    name = suite.name();
    version = suite.version();
    contentHash = suite.contentHash();
    lines = suite.lines();
    probes = suite.probes().size();
  }

  ProbeSuite toSuite() {
    return new ProbeSuite(name, version, SuiteReader.probes(name, lines).probes());
  }
}
