package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.cost.RequestUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what one request costs, with every price row behind it. */
final class CostAnswer implements Estimate.Cases<ExitCode> {

  private final Surroundings surroundings;
  private final Format format;
  private final Output output;
  private final RequestUsage request;

  CostAnswer(Surroundings surroundings, FormatOption format, RequestUsage request) {
    this.surroundings = surroundings;
    this.format = format.format();
    this.output = format.output();
    this.request = request;
  }

  @Override
  public ExitCode priced(CostBreakdown breakdown) {
    if (format == Format.JSON) {
      output.record(json(breakdown));
      return ExitCode.OK;
    }
    output.table(lines(breakdown));
    output.sentence("");
    output.sentence(
        "Total %s  (about %s)"
            .formatted(
                breakdown.total(), breakdown.total().roundedForDisplay().toPlainString()));
    CostNotes.of(breakdown).forEach(note -> output.sentence("Note: " + note + "."));
    output.sentence("Catalogue " + breakdown.catalogueVersion());
    return ExitCode.OK;
  }

  @Override
  public ExitCode unpriced(Estimate.Unpriced unpriced) {
    if (format == Format.JSON) {
      Map<String, Object> answer = asked("unpriced");
      answer.put("reason", unpriced.reason().label());
      answer.put("explanation", unpriced.explanation());
      output.record(answer);
    } else {
      surroundings.say("plumbline: unpriced: " + unpriced.explanation());
    }
    return ExitCode.PARTIAL;
  }

  private static Table lines(CostBreakdown breakdown) {
    Table table =
        Table.of(
            "component",
            "quantity",
            "rate",
            "unit",
            "amount",
            "currency",
            "price_row",
            "list_price",
            "in_force",
            "source",
            "certainty",
            "override");
    for (CostLine line : breakdown.lines()) {
      ListPrice price = line.price();
      table.row(
          line.component(),
          line.quantity(),
          line.rate().amount(),
          line.rate().unit(),
          line.amount().amount(),
          line.amount().currency(),
          price.id(),
          price.amount(),
          price.period(),
          price.source().name(),
          price.certainty().label(),
          line.override().map(own -> own.name() + ": " + own.reason()));
    }
    return table;
  }

  private Map<String, Object> json(CostBreakdown breakdown) {
    Map<String, Object> answer = asked("priced");
    answer.put("total", breakdown.total().amount());
    answer.put("currency", breakdown.total().currency().getCurrencyCode());
    answer.put("lines", breakdown.lines().stream().map(CostAnswer::line).toList());
    answer.put("price_rows", breakdown.priceRows());
    answer.put("catalogue_version", breakdown.catalogueVersion());
    answer.put("assumptions", breakdown.assumptions());
    return answer;
  }

  private Map<String, Object> asked(String status) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("model", request.model());
    answer.put("at", request.at());
    answer.put("tier", request.tier().label());
    answer.put("provider", request.provider().map(Object::toString));
    answer.put("status", status);
    return answer;
  }

  private static Map<String, Object> line(CostLine line) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("component", line.component().label());
    parts.put("quantity", line.quantity());
    parts.put("rate", line.rate().amount());
    parts.put("unit", line.rate().unit().label());
    parts.put("amount", line.amount().amount());
    parts.put("price", PriceRowParts.of(line.price()));
    parts.put("override", override(line));
    List<Map<String, Object>> conflicts =
        line.conflicts().stream().map(PriceRowParts::of).toList();
    parts.put("conflicts", conflicts);
    return parts;
  }

  private static Optional<Object> override(CostLine line) {
    return line.override()
        .map(
            own -> {
              Map<String, Object> parts = new LinkedHashMap<>();
              parts.put("name", own.name());
              parts.put("reason", own.reason());
              return parts;
            });
  }
}
