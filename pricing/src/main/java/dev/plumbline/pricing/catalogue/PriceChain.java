package dev.plumbline.pricing.catalogue;

import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The price lists that are asked for one model, in order: its own, then those that a billing rule
 * names (family, base), then the provider's rows for every model.
 */
public final class PriceChain {

  private final List<ModelPrices> lists;

  PriceChain(List<ModelPrices> lists) {
    this.lists = List.copyOf(lists);
  }

  /** The question's provider, model and tuning were settled when the chain was made. */
  public PriceLookup find(PriceQuestion question) {
    Optional<Found> found = findFound(question);
    return found.isPresent() ? found.get() : explain(question);
  }

  /** The same without the work of explaining what is missing. */
  public Optional<Found> findFound(PriceQuestion question) {
    for (ModelPrices list : lists) {
      Optional<Found> found = list.find(question);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The day on which the last known price of a component ended; empty when one is still open. */
  public Optional<LocalDate> lastEnd(PriceQuestion question) {
    List<ListPrice> answers =
        lists.stream()
            .flatMap(list -> list.findSeries(question).stream())
            .flatMap(series -> series.answers().stream())
            .toList();
    boolean open = answers.stream().anyMatch(row -> row.validTo().isEmpty());
    return open
        ? Optional.empty()
        : answers.stream().flatMap(row -> row.validTo().stream()).max(LocalDate::compareTo);
  }

  /** Whether no price of any kind is known. */
  public boolean isEmpty() {
    return lists.isEmpty();
  }

  private NotFound explain(PriceQuestion question) {
    return new MissingPrice(question, lists).explain();
  }
}
