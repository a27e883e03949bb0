package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** What older versions of documents said about bases: the rows behind known moves. */
record SeedHistory(CSVRecord line) {

  static final String FILE = "history.csv";

  DateClaim claim(Map<String, Source> sources) {
    Provider provider = Provider.of(line.get("provider"));
    Source source = SeedClaims.source(sources, line.get("source"));
    return new DateClaim(
        new ClaimKey(
            new Subject(provider, Kind.BASE, line.get("model")),
            LifeClock.INFERENCE,
            new ClaimScope(
                Set.of(),
                deployments(),
                Set.of(),
                provider.equals(Provider.AZURE) ? Set.of(Cloud.PUBLIC) : Set.of())),
        new Statement(
            Optional.of(SeedRow.day(line.get("inference_end"))),
            certainty(source),
            Optional.empty(),
            Optional.empty()),
        new Evidence(
            line.get("source"),
            source,
            Optional.of(LocalDate.parse(line.get("seen_at"))),
            SeedClaims.RECORDED,
            false));
  }

  private ClaimCertainty certainty(Source source) {
    if (!line.get("certainty").isEmpty()) {
      return ClaimCertainty.valueOf(line.get("certainty"));
    }
    if (line.get("inference_end").startsWith(">=")) {
      return ClaimCertainty.EARLIEST;
    }
    return source.kind().compareTo(Source.Kind.PROVIDER_PAGE) <= 0
        ? ClaimCertainty.COMMITTED
        : ClaimCertainty.SECONDARY;
  }

  private Set<DeploymentType> deployments() {
    Set<DeploymentType> types = EnumSet.noneOf(DeploymentType.class);
    for (String word : List.of(line.get("deployments").split(" "))) {
      if (!word.isEmpty()) {
        types.add(DeploymentType.valueOf(word));
      }
    }
    return types;
  }
}
