package dev.plumbline.api.scenarios;

import dev.plumbline.api.scenarios.Assumption.Kind;
import dev.plumbline.api.scenarios.SideRequest.ModelRequest;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceLookup;
import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.inference.TokenPrices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The prices of one scenario: what was used, and what is not known. */
final class PriceSheet {

  /** A price that nobody knows. */
  record Missing(String field, String reason) {}

  private final PriceCatalogue catalogue;
  private final ModelNames names;
  private final Aliases aliases;
  private final Instant at;
  private final List<Assumption> assumptions = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  PriceSheet(PriceCatalogue catalogue, ModelNames names, Aliases aliases, Instant at) {
    this.catalogue = catalogue;
    this.names = names;
    this.aliases = aliases;
    this.at = at;
  }

  List<Assumption> assumptions() {
    return Collections.unmodifiableList(assumptions);
  }

  List<Missing> missing() {
    return Collections.unmodifiableList(missing);
  }

  BilledName billed(ModelRequest model) {
    return BilledName.of(model, names, aliases, at);
  }

  /** The four prices of a side; empty when one is missing, which is then noted. */
  Optional<TokenPrices> tokens(SideRequest side, boolean tuned) {
    if (side.prices().isPresent()) {
      side.prices().ifPresent(prices -> given(side.path(), prices));
      return side.prices();
    }
    ModelRequest model = side.model().orElseThrow();
    Optional<Found> input = ask(side, question(side, model, tuned, Component.INPUT));
    Optional<Found> output = ask(side, question(side, model, tuned, Component.OUTPUT));
    if (input.isEmpty() || output.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal in = used(side, "input", input.get());
    return Optional.of(
        new TokenPrices(
            in,
            cached(side, "cache_read", question(side, model, tuned, Component.CACHED_INPUT), in),
            cached(side, "cache_write", question(side, model, tuned, Component.CACHE_WRITE), in),
            used(side, "output", output.get())));
  }

  /** The price of a million trained tokens; empty when it is missing, which is then noted. */
  Optional<BigDecimal> training(SideRequest tuned) {
    if (tuned.model().isEmpty()) {
      missing.add(new Missing("training.price", "give it, or name the model of the tuned side"));
      return Optional.empty();
    }
    ModelRequest model = tuned.model().get();
    Question question =
        new Question(
            billed(model), true, Component.TRAINING, ServiceTier.STANDARD, model.variant(), 0);
    Optional<Found> found = found(question, "training.price");
    found.ifPresent(price -> use("training.price", price, ""));
    return found.map(price -> price.price().amount());
  }

  private void given(String path, TokenPrices prices) {
    List.of(
            given(path, "input", prices.input()),
            given(path, "cache_read", prices.cacheRead()),
            given(path, "cache_write", prices.cacheWrite()),
            given(path, "output", prices.output()))
        .forEach(assumptions::add);
  }

  private static Assumption given(String path, String name, BigDecimal price) {
    return new Assumption(
        path + ".prices." + name,
        price.toPlainString(),
        "USD " + PriceUnit.PER_1M_TOKENS.label(),
        Kind.GIVEN,
        Optional.empty(),
        Optional.of("the scenario"),
        Optional.empty(),
        "");
  }

  private BigDecimal cached(
      SideRequest side, String name, Question question, BigDecimal otherwise) {
    Optional<Found> found = candidates(question).filter(PriceSheet::isByToken);
    if (found.isPresent()) {
      return used(side, name, found.get());
    }
    assumptions.add(
        Assumption.of(
            Kind.ASSUMED,
            side.path() + ".prices." + name,
            otherwise.toPlainString(),
            "no price of its own is published: these tokens bill as input"));
    return otherwise;
  }

  private BigDecimal used(SideRequest side, String name, Found found) {
    use(side.path() + ".prices." + name, found, "");
    return found.price().amount();
  }

  private void use(String subject, Found found, String note) {
    List<String> notes = new ArrayList<>(found.assumptions());
    if (!note.isEmpty()) {
      notes.add(note);
    }
    for (ListPrice other : found.conflicts()) {
      notes.add("%s says %s".formatted(other.source().name(), other.amount().toPlainString()));
    }
    assumptions.add(Assumption.ofPrice(subject, found.price(), String.join("; ", notes)));
  }

  /** What is asked of the catalogue about one name. */
  private record Question(
      BilledName billed,
      boolean tuned,
      Component component,
      ServiceTier tier,
      String variant,
      long contextTokens) {}

  private Question question(
      SideRequest side, ModelRequest model, boolean tuned, Component component) {
    BilledName billed = billed(model);
    long context =
        side.traffic()
            .staticTokens()
            .add(side.traffic().variableTokens())
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    boolean weights = tuned || billed.id().map(id -> id.kind().isFineTuned()).orElse(false);
    return new Question(billed, weights, component, model.tier(), model.variant(), context);
  }

  private Optional<Found> ask(SideRequest side, Question question) {
    return found(question, side.path() + ".model");
  }

  private Optional<Found> found(Question question, String field) {
    Optional<Found> found = candidates(question);
    if (found.isEmpty()) {
      missing.add(new Missing(field, explanation(question)));
      return Optional.empty();
    }
    if (!isByToken(found.get())) {
      missing.add(
          new Missing(
              field,
              "%s is billed %s, not by the token; give the price yourself"
                  .formatted(question.component(), found.get().price().rate())));
      return Optional.empty();
    }
    return found;
  }

  private static boolean isByToken(Found found) {
    return found.price().unit() == PriceUnit.PER_1M_TOKENS
        && found.price().currency().getCurrencyCode().equals("USD");
  }

  private Optional<Found> candidates(Question question) {
    return provider(question)
        .flatMap(
            provider ->
                question.billed().candidates().stream()
                    .map(name -> catalogue.find(priced(question, provider, name)))
                    .flatMap(answer -> answer.findFound().stream())
                    .findFirst());
  }

  private Optional<Provider> provider(Question question) {
    BilledName billed = question.billed();
    return billed.provider().or(() -> catalogue.onlyProviderOf(billed.snapshot()));
  }

  private PriceQuestion priced(Question question, Provider provider, String name) {
    return new PriceQuestion(
        provider,
        name,
        question.tuned(),
        question.component(),
        question.tier(),
        question.variant(),
        question.contextTokens(),
        at);
  }

  private String explanation(Question question) {
    String name = question.billed().snapshot();
    return provider(question)
        .map(provider -> catalogue.find(priced(question, provider, name)))
        .map(answer -> answer.match(EXPLAINED))
        .orElse("\"" + name + "\" is no model name that is known; give the provider, or prices");
  }

  private static final PriceLookup.Cases<String> EXPLAINED =
      new PriceLookup.Cases<>() {
        @Override
        public String found(Found found) {
          return "";
        }

        @Override
        public String notFound(NotFound none) {
          return none.explanation();
        }
      };
}
