package dev.plumbline.lifecycle.drift.evidence;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import dev.plumbline.lifecycle.drift.impact.MoneyImpact;
import dev.plumbline.lifecycle.drift.impact.PromptTokens;
import dev.plumbline.lifecycle.drift.impact.TokenChange;
import dev.plumbline.lifecycle.drift.impact.TokenPrice;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import dev.plumbline.lifecycle.drift.json.JsonDocument;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Figures of money in both directions, and what follows from them. */
public final class MoneyParts {

  private MoneyParts() {}

  /** The figures as a document of their own. */
  public static String text(MoneyFigures figures) {
    return new String(EvidenceWriter.bytes(of(figures)), StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException naming line, field and reason
   */
  public static MoneyFigures read(String text) {
    return figures(
        JsonDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  static Map<String, Object> of(MoneyFigures figures) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("model", figures.model());
    parts.put("at", figures.at().toString());
    figures.traffic().ifPresent(traffic -> parts.put("traffic", of(traffic)));
    parts.put("price", figures.price().match(MoneyParts::of, MoneyParts::of));
    parts.put("prompts", figures.prompts().stream().map(MoneyParts::of).toList());
    return parts;
  }

  private static Map<String, Object> of(Traffic traffic) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("requests_per_month", traffic.requestsPerMonth());
    traffic.inputTokens().ifPresent(tokens -> parts.put("input_tokens", tokens));
    traffic.outputTokens().ifPresent(tokens -> parts.put("output_tokens", tokens));
    return parts;
  }

  private static Map<String, Object> of(TokenPrice.Known price) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("currency", price.currency().getCurrencyCode());
    parts.put("input_per_million", price.inputMillion().toPlainString());
    parts.put("output_per_million", price.outputMillion().toPlainString());
    parts.put("price_rows", price.rows());
    parts.put("price_catalogue", price.catalogue());
    parts.put("assumptions", price.assumptions());
    return parts;
  }

  private static Map<String, Object> of(TokenPrice.Unpriced unpriced) {
    return Map.of("unpriced", unpriced.why());
  }

  /** Prompt, then calls, input and output tokens before, then the same since. */
  private static List<Object> of(PromptTokens prompt) {
    return List.of(
        prompt.prompt(),
        prompt.before().calls(),
        prompt.before().input(),
        prompt.before().output(),
        prompt.since().calls(),
        prompt.since().input(),
        prompt.since().output());
  }

  static MoneyFigures figures(JsonPart part) {
    part.only(Set.of("model", "at", "traffic", "price", "prompts"));
    return new MoneyFigures(
        part.get("model").text(),
        part.get("at").moment(),
        part.find("traffic").map(one -> one.as(MoneyParts::traffic)),
        part.get("prompts").list(MoneyParts::prompt),
        part.get("price").as(MoneyParts::price));
  }

  private static Traffic traffic(JsonPart part) {
    return new Traffic(
        part.get("requests_per_month").whole(),
        part.find("input_tokens").map(JsonPart::whole),
        part.find("output_tokens").map(JsonPart::whole));
  }

  private static PromptTokens prompt(JsonPart part) {
    List<JsonPart> items = part.items();
    if (items.size() != 7) {
      throw part.refused("must hold a prompt, and calls, input and output before and since");
    }
    return new PromptTokens(
        items.get(0).text(), sums(items.subList(1, 4)), sums(items.subList(4, 7)));
  }

  private static PromptTokens.Sums sums(List<JsonPart> items) {
    return new PromptTokens.Sums(items.get(0).whole(), items.get(1).whole(), items.get(2).whole());
  }

  private static TokenPrice price(JsonPart part) {
    Optional<JsonPart> unpriced = part.find("unpriced");
    if (unpriced.isPresent()) {
      return new TokenPrice.Unpriced(unpriced.get().text());
    }
    return new TokenPrice.Known(
        part.get("currency").as(code -> Currency.getInstance(code.text())),
        part.get("input_per_million").as(MoneyParts::decimal),
        part.get("output_per_million").as(MoneyParts::decimal),
        part.get("price_rows").list(JsonPart::text),
        part.get("price_catalogue").text(),
        part.get("assumptions").list(JsonPart::text));
  }

  private static BigDecimal decimal(JsonPart part) {
    String text = part.text();
    if (!text.matches("\\d{1,12}(\\.\\d{1,18})?")) {
      throw part.refused("must be a price in digits");
    }
    return new BigDecimal(text);
  }

  static Map<String, Object> of(MoneyImpact impact) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("prompts_compared", impact.prompts());
    impact.input().ifPresent(change -> parts.put("input_tokens", of(change)));
    impact.output().ifPresent(change -> parts.put("output_tokens", of(change)));
    impact
        .request()
        .ifPresent(request -> parts.put("request", pair(request.before(), request.since())));
    impact.month().ifPresent(month -> parts.put("month", of(month)));
    parts.put("unknown", impact.unknown());
    parts.put("assumptions", impact.assumptions());
    return parts;
  }

  private static Map<String, Object> of(TokenChange change) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("before", change.before().toPlainString());
    parts.put("since", change.since().toPlainString());
    parts.put("from", change.entered() ? "entered" : "measured");
    change
        .range()
        .ifPresent(
            range ->
                parts.put(
                    "change_95",
                    List.of(range.lower().toPlainString(), range.upper().toPlainString())));
    return parts;
  }

  private static Map<String, Object> of(MoneyImpact.Month month) {
    Map<String, Object> parts = pair(month.before(), month.since());
    parts.put("change", month.change().toPlainString());
    month
        .lower()
        .flatMap(
            lower ->
                month.upper().map(upper -> List.of(lower.toPlainString(), upper.toPlainString())))
        .ifPresent(range -> parts.put("change_95", range));
    return parts;
  }

  private static Map<String, Object> pair(Money before, Money since) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("currency", before.currency().getCurrencyCode());
    parts.put("before", before.toPlainString());
    parts.put("since", since.toPlainString());
    return parts;
  }
}
