package dev.plumbline.api.scenarios;

import dev.plumbline.api.scenarios.Assumption.Kind;
import dev.plumbline.api.scenarios.PriceAsk.Answer;
import dev.plumbline.api.scenarios.PriceAsk.Question;
import dev.plumbline.api.scenarios.SideRequest.ModelRequest;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.inference.TokenPrices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The prices of one scenario: what was used, with its evidence, and what is not known. */
final class PriceSheet {

  /** A price that nobody knows. */
  record Missing(String field, String reason) {}

  private static final String USD_PER_MILLION = "USD " + PriceUnit.PER_1M_TOKENS.label();

  private final PriceAsk ask;
  private final ModelNames names;
  private final Aliases aliases;
  private final List<Assumption> assumptions = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  PriceSheet(PriceAsk ask, ModelNames names, Aliases aliases) {
    this.ask = ask;
    this.names = names;
    this.aliases = aliases;
  }

  List<Assumption> assumptions() {
    return Collections.unmodifiableList(assumptions);
  }

  List<Missing> missing() {
    return Collections.unmodifiableList(missing);
  }

  BilledName billed(ModelRequest model) {
    return BilledName.of(model, names, aliases, ask.at());
  }

  /** The four prices of a side; empty when one is missing, which is then noted. */
  Optional<TokenPrices> tokens(SideRequest side, boolean tuned) {
    side.prices().ifPresent(prices -> given(side.path(), prices));
    return side.prices().isPresent() ? side.prices() : lookedUp(side, tuned);
  }

  private Optional<TokenPrices> lookedUp(SideRequest side, boolean tuned) {
    Question input = question(side, tuned);
    Question output = input.of(Component.OUTPUT);
    Optional<Answer> in = needed(side.path() + ".model", input);
    Optional<Answer> out = needed(side.path() + ".model", output);
    if (in.isEmpty() || out.isEmpty()) {
      return Optional.empty();
    }
    String prices = side.path() + ".prices.";
    return Optional.of(
        new TokenPrices(
            used(prices + "input", in.get()),
            cached(prices + "cache_read", input.of(Component.CACHED_INPUT), in.get()),
            cached(prices + "cache_write", input.of(Component.CACHE_WRITE), in.get()),
            used(prices + "output", out.get())));
  }

  /** The price of a million trained tokens; empty when it is missing, which is then noted. */
  Optional<BigDecimal> training(SideRequest tuned) {
    String field = "training.price";
    if (tuned.model().isEmpty()) {
      missing.add(new Missing(field, "give it, or name the model of the tuned side"));
      return Optional.empty();
    }
    ModelRequest model = tuned.model().get();
    var question =
        new Question(
            billed(model), true, Component.TRAINING, ServiceTier.STANDARD, model.variant(), 0);
    return needed(field, question).map(answer -> used(field, answer));
  }

  private Question question(SideRequest side, boolean tuned) {
    ModelRequest model = side.model().orElseThrow();
    BilledName billed = billed(model);
    long context =
        side.traffic()
            .staticTokens()
            .add(side.traffic().variableTokens())
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    boolean weights = tuned || billed.id().map(id -> id.kind().isFineTuned()).orElse(false);
    return new Question(billed, weights, Component.INPUT, model.tier(), model.variant(), context);
  }

  private Optional<Answer> needed(String field, Question question) {
    Optional<Answer> answer = ask.find(question);
    if (answer.isEmpty()) {
      missing.add(new Missing(field, ask.explanation(question)));
    }
    return answer;
  }

  private BigDecimal cached(String subject, Question question, Answer input) {
    Optional<Answer> answer = ask.find(question);
    if (answer.isPresent()) {
      return used(subject, answer.get());
    }
    String note = "no price of its own is published: these tokens bill as input";
    assumptions.add(row(subject, input.amount(), Kind.ASSUMED, Optional.empty(), note));
    return input.amount();
  }

  private BigDecimal used(String subject, Answer answer) {
    List<String> notes = new ArrayList<>(answer.found().assumptions());
    for (ListPrice other : answer.found().conflicts()) {
      notes.add("%s says %s".formatted(other.source().name(), other.amount().toPlainString()));
    }
    ListPrice list = answer.found().price();
    answer
        .own()
        .ifPresent(
            own ->
                notes.add(
                    "own price %s (%s) instead of the list's %s"
                        .formatted(own.name(), own.reason(), list.amount().toPlainString())));
    assumptions.add(
        Assumption.ofPrice(subject, list, String.join("; ", notes))
            .withValue(answer.amount().toPlainString()));
    return answer.amount();
  }

  private void given(String path, TokenPrices prices) {
    given(path + ".prices.input", prices.input());
    given(path + ".prices.cache_read", prices.cacheRead());
    given(path + ".prices.cache_write", prices.cacheWrite());
    given(path + ".prices.output", prices.output());
  }

  private void given(String subject, BigDecimal price) {
    assumptions.add(row(subject, price, Kind.GIVEN, Optional.of("the scenario"), ""));
  }

  private static Assumption row(
      String subject, BigDecimal price, Kind kind, Optional<String> source, String note) {
    return new Assumption(
        subject,
        price.toPlainString(),
        USD_PER_MILLION,
        kind,
        Optional.empty(),
        source,
        Optional.empty(),
        note);
  }
}
