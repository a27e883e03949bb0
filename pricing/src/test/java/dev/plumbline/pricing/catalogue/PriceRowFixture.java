package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;

/** A price row whose fields a test names only where they matter. */
public final class PriceRowFixture {

  public static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

  private PriceKey key =
      new PriceKey(
          Provider.of("acme"),
          "m",
          false,
          Component.INPUT,
          ServiceTier.STANDARD,
          "",
          OptionalLong.empty());
  private Rate rate = usd("1", PriceUnit.PER_1M_TOKENS);
  private PricePeriod period =
      new PricePeriod(PriceStart.on(LocalDate.parse("2026-01-01")), Optional.empty());
  private Recording recording = Recording.at(RECORDED);
  private PriceSource source = source("page", Source.Kind.PROVIDER_PAGE);

  private PriceRowFixture() {}

  public static PriceRowFixture row() {
    return new PriceRowFixture();
  }

  /** For 1M tokens, or for one hour where the component is billed by the hour. */
  public static PriceRowFixture row(Component component, String amount) {
    return row().of(component).costs(amount);
  }

  private static Rate usd(String amount, PriceUnit unit) {
    return new Rate(new BigDecimal(amount), unit, Currency.getInstance("USD"));
  }

  private static PriceSource source(String name, Source.Kind kind) {
    return new PriceSource(
        new Source(name, kind),
        Optional.of(LocalDate.parse("2026-06-01")),
        PriceCertainty.HIGH,
        "");
  }

  public PriceRowFixture soldBy(String provider) {
    key = withKey(Provider.of(provider), key.model(), key.fineTuned());
    return this;
  }

  public PriceRowFixture model(String model) {
    key = withKey(key.provider(), model, key.fineTuned());
    return this;
  }

  public PriceRowFixture tuned() {
    key = withKey(key.provider(), key.model(), true);
    return this;
  }

  private PriceKey withKey(Provider provider, String model, boolean tuned) {
    return new PriceKey(
        provider, model, tuned, key.component(), key.tier(), key.variant(), key.contextAbove());
  }

  public PriceRowFixture of(Component component) {
    return billed(component, key.tier(), key.variant(), key.contextAbove());
  }

  public PriceRowFixture tier(ServiceTier tier) {
    return billed(key.component(), tier, key.variant(), key.contextAbove());
  }

  public PriceRowFixture variant(String variant) {
    return billed(key.component(), key.tier(), variant, key.contextAbove());
  }

  public PriceRowFixture above(long tokens) {
    return billed(key.component(), key.tier(), key.variant(), OptionalLong.of(tokens));
  }

  private PriceRowFixture billed(
      Component component, ServiceTier tier, String variant, OptionalLong above) {
    key =
        new PriceKey(key.provider(), key.model(), key.fineTuned(), component, tier, variant, above);
    return this;
  }

  public PriceRowFixture costs(String amount) {
    rate = usd(amount, rate.unit());
    return this;
  }

  public PriceRowFixture per(PriceUnit unit) {
    rate = usd(rate.amount().toPlainString(), unit);
    return this;
  }

  public PriceRowFixture in(String currency) {
    rate = new Rate(rate.amount(), rate.unit(), Currency.getInstance(currency));
    return this;
  }

  public PriceRowFixture from(String day) {
    period = new PricePeriod(PriceStart.on(LocalDate.parse(day)), period.to());
    return this;
  }

  public PriceRowFixture fromUnknown() {
    period = new PricePeriod(PriceStart.unknown(), period.to());
    return this;
  }

  public PriceRowFixture to(String day) {
    period = new PricePeriod(period.from(), Optional.of(LocalDate.parse(day)));
    return this;
  }

  public PriceRowFixture says(String name, Source.Kind kind) {
    source = source(name, kind);
    return this;
  }

  public PriceRowFixture certainty(PriceCertainty certainty) {
    source = new PriceSource(source.source(), source.seen(), certainty, source.remark());
    return this;
  }

  public PriceRowFixture undated() {
    source = new PriceSource(source.source(), Optional.empty(), source.certainty(), "");
    return this;
  }

  public PriceRowFixture remark(String remark) {
    source = new PriceSource(source.source(), source.seen(), source.certainty(), remark);
    return this;
  }

  public PriceRowFixture recorded(String moment) {
    recording = new Recording(Instant.parse(moment), recording.supersededAt());
    return this;
  }

  public PriceRowFixture superseded(String moment) {
    recording = new Recording(recording.at(), Optional.of(Instant.parse(moment)));
    return this;
  }

  public ListPrice build() {
    return ListPrice.of(key, rate, period, recording, source);
  }
}
