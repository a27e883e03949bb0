package dev.plumbline.api.registry;

import dev.plumbline.api.models.ModelView;
import dev.plumbline.api.web.Shown;
import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A model as a person reads it in a list.
 *
 * @param training the end of training on its base
 * @param inference the end of calls
 * @param spend what training cost, for people; a dash where nobody knows
 * @param spendExact the same for sorting; empty where nobody knows
 */
record ModelRow(
    UUID id,
    String provider,
    String model,
    String base,
    String owner,
    String contact,
    String environment,
    String state,
    ClockCell training,
    ClockCell inference,
    String spend,
    String spendExact,
    int consumers) {

  static final List<String> CSV_HEADER =
      List.of(
          "id",
          "provider",
          "model",
          "base",
          "owner",
          "contact",
          "environment",
          "state",
          "training_end",
          "training_days_left",
          "inference_end",
          "inference_days_left",
          "training_cost",
          "currency",
          "consumers");

  static ModelRow of(ModelEntryView entry) {
    ModelView model = entry.model();
    Optional<Money> cost = cost(model);
    return new ModelRow(
        model.id(),
        model.provider(),
        model.model(),
        text(model.base()),
        text(model.owner()),
        text(model.contact()),
        text(model.environment()),
        model.state().name(),
        ClockCell.of(entry.trainingEnd()),
        ClockCell.of(entry.inferenceEnd()),
        cost.map(ModelRow::shown).orElse("–"),
        cost.map(Money::toPlainString).orElse(""),
        entry.consumers());
  }

  static Optional<Money> cost(ModelView model) {
    ModelView.CostView cost = model.run().cost();
    if (cost == null) {
      return Optional.empty();
    }
    String amount = cost.billed() == null ? cost.estimated() : cost.billed();
    return Optional.ofNullable(amount)
        .map(text -> new Money(Currency.getInstance(cost.currency()), new BigDecimal(text)));
  }

  static String shown(Money cost) {
    String code = cost.currency().getCurrencyCode();
    return code.equals("USD")
        ? Shown.money(cost)
        : code + " " + cost.roundedForDisplay().toPlainString();
  }

  List<String> csv(ModelEntryView entry) {
    return List.of(
        id.toString(),
        provider,
        model,
        base,
        owner,
        contact,
        environment,
        state,
        training.day(),
        training.sortKey(),
        inference.day(),
        inference.sortKey(),
        spendExact,
        cost(entry.model()).map(cost -> cost.currency().getCurrencyCode()).orElse(""),
        Integer.toString(consumers));
  }

  /** The colour class of the state. */
  public String stateTone() {
    return switch (state) {
      case "serving", "ready" -> "tone-good";
      case "retiring", "training" -> "tone-care";
      case "failed", "gone" -> "tone-bad";
      default -> "tone-plain";
    };
  }

  boolean holds(String words) {
    String all =
        String.join(" ", provider, model, base, owner, contact).toLowerCase(java.util.Locale.ROOT);
    return all.contains(words.toLowerCase(java.util.Locale.ROOT));
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
