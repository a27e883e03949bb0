package dev.plumbline.lifecycle.deprecation.eligibility;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.eligibility.IdleRule.Consequence;
import dev.plumbline.lifecycle.deprecation.eligibility.IdleRule.CountedFrom;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What each provider does with what is not used. */
public record IdleRules(List<IdleRule> rules) {

  private static final String FILE = "idle_rules.csv";

  public IdleRules {
    rules = List.copyOf(rules);
  }

  /** The rules that ship with Plumbline. */
  public static IdleRules bundled() {
    return Bundled.RULES;
  }

  /** The rule for this type of deployment, or else the provider's general one. */
  public Optional<IdleRule> find(
      Provider provider, Optional<DeploymentType> deployment, Consequence consequence) {
    return Stream.of(deployment, Optional.<DeploymentType>empty())
        .flatMap(
            type ->
                rules.stream()
                    .filter(rule -> rule.provider().equals(provider))
                    .filter(rule -> rule.consequence() == consequence)
                    .filter(rule -> rule.deployment().equals(type)))
        .findFirst();
  }

  private static final class Bundled {

    static final IdleRules RULES = read();

    private static IdleRules read() {
      var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      try (Reader reader =
          new InputStreamReader(
              requireNonNull(IdleRules.class.getResourceAsStream(FILE), FILE),
              StandardCharsets.UTF_8)) {
        return new IdleRules(
            format.parse(reader).getRecords().stream().map(Bundled::rule).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(FILE, e);
      }
    }

    private static IdleRule rule(CSVRecord row) {
      return new IdleRule(
          Provider.of(row.get("provider")),
          filled(row, "deployment").map(DeploymentType::valueOf),
          Consequence.valueOf(row.get("consequence")),
          CountedFrom.valueOf(row.get("counted_from")),
          filled(row, "warn_days").stream()
              .flatMap(days -> Stream.of(days.split(" ", -1)))
              .map(Integer::valueOf)
              .toList(),
          new Observation<>(
              Duration.parse(row.get("idle")),
              Certainty.EXACT,
              new Source(row.get("source"), Source.Kind.PROVIDER_PAGE),
              Optional.of(LocalDate.parse(row.get("seen_at")))));
    }

    private static Optional<String> filled(CSVRecord row, String column) {
      return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
    }
  }
}
