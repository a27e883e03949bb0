package dev.plumbline.api.breakeven;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.plumbline.api.breakeven.AnswerView.AssumptionRow;
import dev.plumbline.api.scenarios.BreakEvenView;
import dev.plumbline.api.scenarios.ScenarioOutcome.Answered;
import dev.plumbline.api.web.PriceWords;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer rests on, each price beside the row of the catalogue that it comes from. */
final class AssumptionRows {

  private static final Pattern ALTERNATIVE = Pattern.compile("alternatives\\[(\\d+)\\].*");

  private final Map<String, ListPrice> rows;
  private final List<BreakEvenAnswer> answers;

  private AssumptionRows(Answered answered, PriceCatalogue catalogue) {
    this.rows =
        catalogue.rows().stream().collect(toMap(ListPrice::id, identity(), (one, same) -> one));
    this.answers = answered.comparison().answers();
  }

  static List<AssumptionRow> of(Answered answered, PriceCatalogue catalogue) {
    AssumptionRows words = new AssumptionRows(answered, catalogue);
    return answered.view().assumptions().stream().map(words::row).toList();
  }

  private AssumptionRow row(BreakEvenView.AssumptionView each) {
    Optional<ListPrice> row = each.priceRow().map(rows::get);
    boolean price = each.unit().startsWith("USD");
    return new AssumptionRow(
        use(each.subject()),
        side(each.subject()),
        price ? dollars(each.value()) : each.value(),
        price ? each.unit().substring(4).replace("per_1m_tokens", "per 1M tokens") : each.unit(),
        each.priceRow().orElse(""),
        row.map(AssumptionRows::from).orElse(""),
        each.seen().orElse(""),
        row.map(found -> found.certainty().label()).orElse(each.kind()),
        row.map(found -> PriceWords.tone(found.certainty())).orElse("tone-plain"),
        each.source().orElse(""),
        each.note());
  }

  private static String from(ListPrice row) {
    return row.validFrom().day().map(LocalDate::toString).orElse("unknown");
  }

  /** Exact, with cents: $2.5 reads like a mistake. */
  private static String dollars(String exact) {
    BigDecimal amount = new BigDecimal(exact);
    return "$" + (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
  }

  /** {@code base.prices.cache_read} is about "cache read". */
  private static String use(String subject) {
    if (subject.equals("training.price")) {
      return "training";
    }
    return subject.substring(subject.lastIndexOf('.') + 1).replace('_', ' ');
  }

  private String side(String subject) {
    Matcher alternative = ALTERNATIVE.matcher(subject);
    if (alternative.matches()) {
      int index = Integer.parseInt(alternative.group(1)) + 1;
      return index < answers.size() ? answers.get(index).scenario().base().name() : "alternative";
    }
    if (subject.startsWith("base")) {
      return answers.get(0).scenario().base().name();
    }
    return answers.get(0).scenario().tuned().name();
  }
}
