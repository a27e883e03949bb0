package dev.plumbline.api.breakeven;

import dev.plumbline.api.web.QueryValues;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.MonthlyCosts;
import dev.plumbline.pricing.breakeven.fixed.PeopleCosts;
import dev.plumbline.pricing.breakeven.fixed.RetrainingSchedule;
import dev.plumbline.pricing.breakeven.fixed.TrainingRuns;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.Retries;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The query of the page as words of the domain. A wrong value is refused by its own name. */
final class BreakEvenInputs {

  private static final String MOST_TOKENS = "10000000";
  private static final String MOST_DOLLARS = "1000000000";

  private final QueryValues values;

  BreakEvenInputs(QueryValues values) {
    this.values = values;
  }

  Billed model() {
    return billed("model").orElseThrow(() -> new IllegalArgumentException("no model is named"));
  }

  Optional<Billed> otherModel() {
    return billed("other");
  }

  private Optional<Billed> billed(String name) {
    Optional<String> text = values.textIfAny(name);
    try {
      return text.map(Billed::of);
    } catch (IllegalArgumentException e) {
      values.refuse(name, "is not one of the list");
      return Optional.empty();
    }
  }

  LocalDate day() {
    return values.day("at");
  }

  ServiceTier tier() {
    return ServiceTier.findByLabel(values.text("tier"))
        .orElseGet(
            () -> {
              values.refuse("tier", "is one of " + ServiceTier.labels());
              return ServiceTier.STANDARD;
            });
  }

  BigDecimal volume() {
    return values.number("volume", "0", "1000000000");
  }

  BigDecimal compressedPrompt() {
    return tokens("compressed");
  }

  TrafficProfile baseTraffic() {
    BigDecimal prefix = tokens("static_base");
    BigDecimal input = tokens("input_base");
    return new TrafficProfile(prefix, input, tokens("output_base"), tokens("written").min(input));
  }

  TrafficProfile tunedTraffic() {
    return new TrafficProfile(
        tokens("static_tuned"), tokens("input_tuned"), tokens("output_tuned"), BigDecimal.ZERO);
  }

  CacheProfile baseCache(CacheMode natural) {
    return new CacheProfile(mode(natural), hitRate("hit_base"));
  }

  CacheProfile tunedCache(CacheMode natural) {
    return new CacheProfile(mode(natural), hitRate("hit_tuned"));
  }

  private CacheMode mode(CacheMode natural) {
    String text = values.text("cache");
    if (text.equals("auto")) {
      return natural;
    }
    try {
      return CacheMode.of(text);
    } catch (IllegalArgumentException e) {
      values.refuse("cache", "is auto, none, block128 or exact");
      return natural;
    }
  }

  private HitRate hitRate(String share) {
    BigDecimal seconds = values.number("ttl", "0", "31536000");
    BigDecimal fixed = values.share(share);
    return switch (values.text("hits")) {
      case "arrivals" -> HitRate.poisson(seconds);
      case "fixed" -> new HitRate.Fixed(fixed);
      default -> {
        values.refuse("hits", "is fixed or arrivals");
        yield new HitRate.Fixed(fixed);
      }
    };
  }

  BigDecimal baseFailures() {
    return values.share("failing_base");
  }

  BigDecimal tunedFailures() {
    return values.share("failing_tuned");
  }

  BigDecimal fallbackShare() {
    return values.share("fallback");
  }

  Retries retries() {
    return Retries.of(values.whole("retries", -1, 1000), dollars("loss"));
  }

  FixedCosts fixedCosts(BigDecimal trainingPrice) {
    BigDecimal none = BigDecimal.ZERO;
    return new FixedCosts(
        new TrainingRuns(
            values.number("rows", "0", "50000000"),
            tokens("row_tokens"),
            values.number("epochs", "0", "50"),
            values.number("runs", "0", "1000"),
            trainingPrice,
            values.number("free_tokens", "0", "1000000000000"),
            Money.usd(none)),
        new PeopleCosts(
            values.number("label_minutes", "0", "10000"),
            dollars("wage"),
            dollars("evaluation"),
            dollars("engineering")),
        new RetrainingSchedule(
            values.number("retrain_every", "0", "600"),
            values.number("retrain_runs", "0", "1000"),
            dollars("retrain_people")),
        new MonthlyCosts(dollars("fixed_base"), dollars("fixed_tuned")));
  }

  BigDecimal months() {
    return values.number("months", "0.1", "600");
  }

  BigDecimal discount() {
    return values.share("discount");
  }

  private BigDecimal tokens(String name) {
    return values.number(name, "0", MOST_TOKENS);
  }

  private Money dollars(String name) {
    return Money.usd(values.number(name, "0", MOST_DOLLARS));
  }
}
