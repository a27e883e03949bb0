package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** One row of the seed files: a statement about one or both clocks of one subject. */
record SeedRow(Provider provider, String file, CSVRecord line) {

  /** A row that speaks of training only; its subject is the base. */
  private static final String TRAINING_ONLY = "TRAINING";

  List<DateClaim> claims(Map<String, Source> sources) {
    List<DateClaim> claims = new ArrayList<>();
    try {
      if (!cell("training_end").isEmpty()) {
        claims.add(claim(LifeClock.TRAINING, sources));
      }
      if (!cell("inference_end").isEmpty() || isSilentAboutItsEnd()) {
        claims.add(claim(LifeClock.INFERENCE, sources));
      }
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "%s line %d: %s".formatted(file, line.getRecordNumber() + 1, e.getMessage()), e);
    }
    return claims;
  }

  Optional<Tunability> findTunability() {
    return subject().kind() == Kind.BASE && !cell("tunable").isEmpty()
        ? Optional.of(new Tunability(subject(), cell("tunable")))
        : Optional.empty();
  }

  private boolean isSilentAboutItsEnd() {
    return cell("subject").equals("BASE");
  }

  private DateClaim claim(LifeClock clock, Map<String, Source> sources) {
    String date = cell(clock == LifeClock.TRAINING ? "training_end" : "inference_end");
    Source source = SeedClaims.source(sources, cell("source"));
    return new DateClaim(
        new ClaimKey(subject(), clock, scope(clock)),
        new Statement(
            date.isEmpty() ? Optional.empty() : Optional.of(day(date)),
            certainty(clock, date, source),
            date("announced"),
            filled("replacement")),
        new Evidence(
            cell("source"),
            source,
            date("seen_at"),
            SeedClaims.RECORDED,
            cell("later_claim").equals("yes")));
  }

  private Subject subject() {
    String kind = cell("subject");
    if (kind.equals("GATE")) {
      return Subject.allFineTuning(provider);
    }
    String version = cell("version");
    String name = version.isEmpty() ? cell("model") : cell("model") + "-" + version;
    return new Subject(provider, kind.equals(TRAINING_ONLY) ? Kind.BASE : Kind.valueOf(kind), name);
  }

  /** The column certainty is about the inference end; training has its basis. */
  private ClaimCertainty certainty(LifeClock clock, String date, Source source) {
    if (date.startsWith(">=")) {
      return ClaimCertainty.EARLIEST;
    }
    if (clock == LifeClock.INFERENCE && !cell("certainty").isEmpty()) {
      return ClaimCertainty.valueOf(cell("certainty"));
    }
    if (cell("training_basis").equals("INFERRED")) {
      return ClaimCertainty.INFERRED;
    }
    return source.kind().compareTo(Source.Kind.PROVIDER_PAGE) <= 0
        ? ClaimCertainty.COMMITTED
        : ClaimCertainty.SECONDARY;
  }

  private ClaimScope scope(LifeClock clock) {
    return new ClaimScope(
        clock == LifeClock.TRAINING ? customers() : Set.of(),
        deployments(),
        Set.copyOf(words("regions")),
        clouds());
  }

  /** The archived pages of Azure are about its public cloud; elsewhere the regions tell. */
  private Set<Cloud> clouds() {
    if (provider.equals(Provider.AZURE)) {
      return Set.of(Cloud.PUBLIC);
    }
    return words("regions").stream().map(Cloud::ofRegion).collect(Collectors.toUnmodifiableSet());
  }

  private Set<CustomerClass> customers() {
    String customers = cell("training_customers");
    if (customers.isEmpty()) {
      return Set.of();
    }
    return customers.equals("EXISTING")
        ? EnumSet.of(CustomerClass.ACTIVE, CustomerClass.TUNED_BUT_IDLE)
        : EnumSet.of(CustomerClass.valueOf(customers));
  }

  private Set<DeploymentType> deployments() {
    Set<DeploymentType> types = EnumSet.noneOf(DeploymentType.class);
    words("deployments").forEach(word -> types.add(DeploymentType.valueOf(word)));
    return types;
  }

  private List<String> words(String column) {
    String cell = cell(column);
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }

  private Optional<LocalDate> date(String column) {
    return filled(column).map(SeedRow::day);
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text.startsWith(">=") ? text.substring(2) : text);
  }

  private Optional<String> filled(String column) {
    return Optional.of(cell(column)).filter(text -> !text.isEmpty());
  }

  private String cell(String column) {
    return line.get(column);
  }
}
