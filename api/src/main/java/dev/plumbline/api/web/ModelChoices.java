package dev.plumbline.api.web;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceKey;
import dev.plumbline.pricing.catalogue.ServiceTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the lists of the page offer: models with prices, and the ways of providers. */
public record ModelChoices(List<Choice> tunable, List<Choice> untuned) {

  private static final Comparator<Billed> OPENAI_FIRST =
      Comparator.comparing((Billed model) -> !model.provider().equals(Provider.OPENAI))
          .thenComparing(Billed::provider)
          .thenComparing(Billed::model);

  /** A model as one provider sells it. */
  private record Billed(Provider provider, String model) {

    /** As a parameter: OpenAI's names stand alone, others carry their provider. */
    String text() {
      return provider.equals(Provider.OPENAI) ? model : provider.key() + "/" + model;
    }
  }

  public ModelChoices {
    tunable = List.copyOf(tunable);
    untuned = List.copyOf(untuned);
  }

  public static ModelChoices of(PriceCatalogue catalogue) {
    List<ListPrice> rows = catalogue.believed();
    Set<Billed> trained = selling(rows, true, Component.TRAINING);
    trained.retainAll(selling(rows, true, Component.OUTPUT));
    List<Choice> others = new ArrayList<>();
    others.add(new Choice("", "No other model", false));
    choices(selling(rows, false, Component.OUTPUT)).forEach(others::add);
    return new ModelChoices(choices(trained).toList(), others);
  }

  private static Set<Billed> selling(List<ListPrice> rows, boolean tuned, Component component) {
    return rows.stream()
        .filter(row -> row.fineTuned() == tuned && row.component() == component)
        .filter(row -> !row.model().equals(PriceKey.EVERY_MODEL))
        .map(row -> new Billed(row.provider(), row.model()))
        .collect(Collectors.toSet());
  }

  private static Stream<Choice> choices(Set<Billed> models) {
    return models.stream()
        .sorted(OPENAI_FIRST)
        .map(
            model ->
                new Choice(model.text(), model.model() + " (" + model.provider() + ")", false));
  }

  public List<Choice> tiers() {
    return Arrays.stream(ServiceTier.values())
        .map(tier -> new Choice(tier.label(), tier.label(), false))
        .toList();
  }

  public List<Choice> cacheModes() {
    return List.of(
        new Choice("auto", "As the model's prices say", false),
        new Choice("none", "None", false),
        new Choice("block128", "Blocks of 128 tokens (up to gpt-5.5)", false),
        new Choice("exact", "Breakpoints (gpt-5.6 and later)", false));
  }
}
