package dev.plumbline.api.breakeven;

import dev.plumbline.api.web.PriceWords;
import dev.plumbline.pricing.catalogue.PriceCertainty;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which of the prices used are not sure. */
final class PriceWarnings {

  private PriceWarnings() {}

  static List<Warning> of(List<PriceAssumption> assumptions) {
    return Stream.concat(unsure(assumptions), contradicted(assumptions)).toList();
  }

  private static Stream<Warning> unsure(List<PriceAssumption> assumptions) {
    String list =
        assumptions.stream()
            .filter(each -> each.row().certainty() != PriceCertainty.HIGH)
            .map(each -> each.use() + " of " + each.row().model())
            .distinct()
            .collect(Collectors.joining(", "));
    return list.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Warning(
                "care",
                "Some prices are uncertain",
                "Not confirmed by the provider's own current page: " + list + "."));
  }

  private static Stream<Warning> contradicted(List<PriceAssumption> assumptions) {
    return assumptions.stream()
        .filter(each -> !each.conflicts().isEmpty())
        .map(PriceWarnings::contradiction)
        .distinct();
  }

  private static Warning contradiction(PriceAssumption each) {
    String others =
        each.conflicts().stream()
            .map(other -> PriceWords.amount(other) + " says " + other.source().name())
            .collect(Collectors.joining("; "));
    return new Warning(
        "care",
        "Sources disagree on %s of %s".formatted(each.use(), each.row().model()),
        "%s is used (%s); %s."
            .formatted(PriceWords.amount(each.row()), each.row().source().name(), others));
  }
}
