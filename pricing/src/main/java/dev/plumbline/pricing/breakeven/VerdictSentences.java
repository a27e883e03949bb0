package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.breakeven.Figures.atLeast;
import static dev.plumbline.pricing.breakeven.Figures.atMost;
import static dev.plumbline.pricing.breakeven.Figures.dollars;
import static dev.plumbline.pricing.breakeven.Figures.perThousand;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns paying ranges into a verdict with one sentence that a budget planner can repeat. */
record VerdictSentences(BreakEvenScenario scenario, FixedTotals fixed, SavingCurve saving) {

  BreakEven verdict(List<VolumeRange> paying) {
    if (paying.isEmpty()) {
      return new BreakEven.Never(never());
    }
    if (paying.size() > 1) {
      return new BreakEven.Ranges(paying, ranges(paying));
    }
    BigDecimal from = paying.get(0).from();
    Optional<BigDecimal> to = paying.get(0).to();
    if (from.signum() == 0) {
      return to.<BreakEven>map(end -> new BreakEven.PaysBelow(end, below(end)))
          .orElseGet(() -> new BreakEven.Always(always()));
    }
    return to.<BreakEven>map(end -> new BreakEven.Window(from, end, window(from, end)))
        .orElseGet(() -> new BreakEven.PaysAbove(from, above(from)));
  }

  private String above(BigDecimal volume) {
    return "Fine-tuning pays from %s answered requests a month: it saves %s, which earns back %s within %s."
        .formatted(atLeast(volume), perThousand(savingAt(volume)), burden(), months());
  }

  private String below(BigDecimal volume) {
    String start =
        "Fine-tuning pays up to %s answered requests a month: ".formatted(atMost(volume));
    Money lost = savingAt(volume).negated();
    return lost.signum() > 0
        ? start
            + "it saves %s of fixed cost within %s but costs %s more."
                .formatted(dollars(fixed.need().negated()), months(), perThousand(lost))
        : start
            + "above that the base side's prompt cache is so warm that tuning saves only %s."
                .formatted(perThousand(lost.negated()));
  }

  private String window(BigDecimal lower, BigDecimal upper) {
    return "Fine-tuning pays only between %s and %s answered requests a month: below, the savings do not earn back %s within %s; above, the base side's prompt cache is so warm that tuning saves only %s."
        .formatted(atLeast(lower), atMost(upper), burden(), months(), perThousand(savingAt(upper)));
  }

  private String ranges(List<VolumeRange> paying) {
    String list =
        paying.stream().map(VerdictSentences::words).collect(Collectors.joining(", and "));
    return "Fine-tuning pays %s answered requests a month: the prompt caches of the two sides warm at different volumes, so no single figure answers; %s must be earned back within %s."
        .formatted(list, burden(), months());
  }

  private static String words(VolumeRange range) {
    String upTo = range.to().map(Figures::atMost).orElse("");
    if (range.from().signum() == 0) {
      return "up to " + upTo;
    }
    return upTo.isEmpty()
        ? "from " + atLeast(range.from())
        : "between " + atLeast(range.from()) + " and " + upTo;
  }

  private String always() {
    Money saved = savingAt(scenario.requestsPerMonth());
    String perRequest =
        saved.isZero() ? "a request costs the same" : "it saves " + perThousand(saved);
    if (saved.signum() < 0) {
      perRequest = "it costs " + perThousand(saved.negated()) + " more";
    }
    return fixed.need().signum() > 0
        ? "Fine-tuning pays from the first request a month: %s, and only %s has to be earned back within %s."
            .formatted(perRequest, burden(), months())
        : "Fine-tuning pays at every volume: %s, and its fixed cost within %s is %s."
            .formatted(perRequest, months(), lowerFixedCost());
  }

  private String lowerFixedCost() {
    return fixed.need().isZero()
        ? "not higher"
        : dollars(fixed.need().negated()) + " lower than without it";
  }

  private String never() {
    if (fixed.annuity().signum() == 0) {
      return "Fine-tuning never pays: no time is left to earn back %s%s."
          .formatted(dollars(fixed.need()), cutWords());
    }
    Money saved = savingAt(scenario.requestsPerMonth());
    if (saving.dependsOnVolume()) {
      return "Fine-tuning never pays: at no volume does the saving earn back %s within %s; at %s requests a month it is %s."
          .formatted(burden(), months(), atMost(scenario.requestsPerMonth()), perThousand(saved));
    }
    if (fixed.need().isZero()) {
      return "Fine-tuning never pays: %s, and it saves no fixed cost."
          .formatted(
              saved.isZero()
                  ? "an answer costs the same on both sides"
                  : "it costs " + perThousand(saved.negated()) + " more");
    }
    return saved.isZero()
        ? "Fine-tuning never pays: an answer costs the same on both sides, and %s has to be earned back."
            .formatted(burden())
        : "Fine-tuning never pays: it costs %s more, so no volume earns back %s."
            .formatted(perThousand(saved.negated()), burden());
  }

  /** The amount to earn back and, in brackets, what it is made of. */
  private String burden() {
    var parts = new ArrayList<String>();
    if (!fixed.oneOff().isZero()) {
      parts.add("one-off " + dollars(fixed.oneOff()));
    }
    if (fixed.retrainings() > 0 && !fixed.eachRetraining().isZero()) {
      parts.add(fixed.retrainings() + " retrainings at " + dollars(fixed.eachRetraining()));
    }
    Money monthly = scenario.fixed().monthly().extra();
    if (!monthly.isZero()) {
      parts.add(dollars(monthly) + " fixed cost a month");
    }
    String total = dollars(fixed.need());
    boolean onlyOneOff = parts.size() < 2 && monthly.isZero();
    return total + (onlyOneOff ? " of one-off cost" : " (" + String.join(", ", parts) + ")");
  }

  private String months() {
    return Figures.months(fixed.horizonMonths()) + cutWords();
  }

  private String cutWords() {
    return scenario
        .horizon()
        .cut()
        .map(end -> " (the tuned model is shut down on " + end.day() + ")")
        .orElse("");
  }

  private Money savingAt(BigDecimal requestsPerMonth) {
    return Money.usd(saving.at(requestsPerMonth));
  }
}
