package dev.plumbline.api.scenarios;

import dev.plumbline.api.scenarios.SideRequest.ModelRequest;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.hosting.HostingPlan;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.TokenPrices;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads one side of a scenario. */
final class SideReader {

  private static final String ZERO = "0";
  private static final String USUAL_HOURS = "730";

  private SideReader() {}

  static SideRequest needed(Fields scenario, String name) {
    return scenario
        .object(name)
        .map(SideReader::side)
        .orElseThrow(() -> scenario.refused(name, "is missing; write an object"));
  }

  static SideRequest side(Fields fields) {
    Optional<ModelRequest> model = fields.text("model").map(name -> model(fields, name));
    Optional<TokenPrices> prices = fields.object("prices").map(SideReader::prices);
    if (model.isEmpty() && prices.isEmpty()) {
      throw fields.refused("model", "is missing; name a model, or give prices");
    }
    String name = fields.text("name").orElseGet(() -> usualName(fields.path(), model));
    Optional<HitRate> hitRate = hitRate(fields);
    Optional<CacheMode> cacheMode = fields.word("cache", CacheMode::of);
    if (hitRate.isEmpty() && cacheMode.filter(mode -> mode != CacheMode.NONE).isPresent()) {
      throw fields.refused(
          "hit_rate", "is missing beside a cache; give it, or hit_model and ttl_seconds");
    }
    SideRequest side =
        new SideRequest(
            fields.path(),
            name,
            model,
            prices,
            fields.number("tier_multiplier", "1"),
            traffic(fields),
            cacheMode,
            hitRate,
            fields.share("failure_rate", ZERO),
            fixedPerMonth(fields),
            fields.day("shutdown"));
    fields.refuseOthers();
    return side;
  }

  /** A base on the tuned side stands for the fine-tune that is planned on it. */
  private static String usualName(String path, Optional<ModelRequest> model) {
    String name = model.map(ModelRequest::name).orElse(path);
    boolean planned = path.equals("tuned") && model.isPresent() && !name.startsWith("ft:");
    return planned ? name + ", fine-tuned" : name;
  }

  private static ModelRequest model(Fields fields, String name) {
    return new ModelRequest(
        name,
        fields.word("provider", Provider::of),
        fields.word("tier", SideReader::tier).orElse(ServiceTier.STANDARD),
        fields.text("variant").orElse(""));
  }

  private static ServiceTier tier(String label) {
    return ServiceTier.findByLabel(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "is not a tier: \"%s\"; use one of %s".formatted(label, ServiceTier.labels())));
  }

  private static TokenPrices prices(Fields prices) {
    BigDecimal input = prices.needed("input");
    TokenPrices given =
        new TokenPrices(
            input,
            prices.number("cache_read").orElse(input),
            prices.number("cache_write").orElse(input),
            prices.needed("output"));
    prices.refuseOthers();
    return given;
  }

  private static TrafficProfile traffic(Fields fields) {
    return new TrafficProfile(
        fields.needed("static_tokens"),
        fields.number("variable_tokens", ZERO),
        fields.needed("output_tokens"),
        fields.number("written_tokens", ZERO));
  }

  /** One way of three: a known share, measured gaps, or arrivals and a lifetime. */
  private static Optional<HitRate> hitRate(Fields fields) {
    if (fields.has("hit_rate")) {
      if (fields.has("hit_model") || fields.has("measured_gaps_seconds")) {
        throw fields.refused("hit_rate", "stands beside another way to find it; give one");
      }
      fields.has("ttl_seconds");
      fields.has("cache_machines");
      return Optional.of(new HitRate.Fixed(fields.share("hit_rate", ZERO)));
    }
    List<BigDecimal> gaps = fields.numbers("measured_gaps_seconds");
    Optional<String> model = fields.text("hit_model");
    if (gaps.isEmpty() && model.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal seconds = fields.needed("ttl_seconds");
    int machines = fields.whole("cache_machines").orElse(1);
    return Optional.of(
        gaps.isEmpty()
            ? arrivals(fields, model.orElseThrow(), seconds, machines)
            : HitRate.measured(gaps, seconds));
  }

  private static HitRate arrivals(Fields fields, String model, BigDecimal seconds, int machines) {
    HitRate.Lifetime lifetime =
        fields.part("cache_machines", () -> new HitRate.Lifetime(seconds, machines));
    return switch (model) {
      case "poisson" -> new HitRate.PoissonSliding(lifetime);
      case "poisson_from_write" -> new HitRate.PoissonFromWrite(lifetime);
      default ->
          throw fields.refused(
              "hit_model",
              "is not a hit model: \""
                  + model
                  + "\"; use poisson or poisson_from_write, or give"
                  + " hit_rate");
    };
  }

  private static Money fixedPerMonth(Fields fields) {
    Money fixed = fields.money("fixed_per_month");
    return fields
        .object("hosting")
        .map(hosting -> fixed.plus(hosting(hosting).perMonth()))
        .orElse(fixed);
  }

  private static HostingPlan hosting(Fields hosting) {
    Money hourly = Money.usd(hosting.needed("hourly"));
    BigDecimal hours = hosting.number("hours_per_month", USUAL_HOURS);
    int replicas = hosting.whole("replicas").orElse(1);
    hosting.refuseOthers();
    return hosting.part("hours_per_month", () -> new HostingPlan(hourly, hours, replicas));
  }
}
