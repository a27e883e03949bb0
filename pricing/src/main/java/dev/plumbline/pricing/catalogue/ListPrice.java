package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One published price: what it is for, how much, when it is in force, since when we know it, and
 * who says so. Every computed amount names the ids of the rows it used.
 *
 * @param id derived from the claim itself, so the same claim has the same id everywhere
 */
public record ListPrice(
    String id,
    PriceKey key,
    Rate rate,
    PricePeriod period,
    Recording recording,
    PriceSource evidence) {

  public ListPrice {
    requireNonNull(id, "id");
    requireNonNull(key, "key");
    requireNonNull(rate, "rate");
    requireNonNull(period, "period");
    requireNonNull(recording, "recording");
    requireNonNull(evidence, "evidence");
  }

  /** A row with the id that its content gives. */
  public static ListPrice of(
      PriceKey key, Rate rate, PricePeriod period, Recording recording, PriceSource evidence) {
    String id = ContentHash.ofClaim(key, rate, period, evidence);
    return new ListPrice(id, key, rate, period, recording, evidence);
  }

  public Provider provider() {
    return key.provider();
  }

  public String model() {
    return key.model();
  }

  public boolean fineTuned() {
    return key.fineTuned();
  }

  public Component component() {
    return key.component();
  }

  public ServiceTier tier() {
    return key.tier();
  }

  public String variant() {
    return key.variant();
  }

  public OptionalLong contextAbove() {
    return key.contextAbove();
  }

  public BigDecimal amount() {
    return rate.amount();
  }

  public PriceUnit unit() {
    return rate.unit();
  }

  public Currency currency() {
    return rate.currency();
  }

  public PriceStart validFrom() {
    return period.from();
  }

  public Optional<LocalDate> validTo() {
    return period.to();
  }

  public Instant recordedAt() {
    return recording.at();
  }

  public Optional<Instant> supersededAt() {
    return recording.supersededAt();
  }

  public Source source() {
    return evidence.source();
  }

  public Optional<LocalDate> seen() {
    return evidence.seen();
  }

  public PriceCertainty certainty() {
    return evidence.certainty();
  }

  public String remark() {
    return evidence.remark();
  }

  /** The same claim, no longer believed from this moment on. */
  public ListPrice supersededAt(Instant moment) {
    return new ListPrice(
        id, key, rate, period, new Recording(recording.at(), Optional.of(moment)), evidence);
  }

  /** Whether both sell the same thing for the same price. */
  public boolean agreesWith(ListPrice other) {
    return rate.equals(other.rate);
  }
}
