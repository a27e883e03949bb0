package dev.plumbline.api.web;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCertainty;
import dev.plumbline.pricing.catalogue.PriceUnit;

/** The words in which pages speak of prices. */
public final class PriceWords {

  private PriceWords() {}

  /** {@code $2.50} without its unit; what is no money is shown plain. */
  public static String amount(ListPrice row) {
    if (row.unit() == PriceUnit.TOKENS_PER_DAY || row.unit() == PriceUnit.FRACTION) {
      return Shown.count(row.amount());
    }
    String digits = row.amount().toPlainString();
    String cents = row.amount().scale() < 2 ? row.amount().setScale(2).toPlainString() : digits;
    return row.currency().getCurrencyCode().equals("USD")
        ? "$" + cents
        : row.currency().getCurrencyCode() + " " + cents;
  }

  public static String unit(PriceUnit unit) {
    return switch (unit) {
      case PER_1M_TOKENS -> "per 1M tokens";
      case PER_1K_REQUESTS -> "per 1,000 requests";
      case PER_REQUEST -> "per request";
      case PER_TRAINING_HOUR -> "per training hour";
      case PER_DEPLOYMENT_HOUR -> "per deployment hour";
      case PER_GPU_HOUR -> "per GPU hour";
      case PER_ENDPOINT_HOUR -> "per endpoint hour";
      case PER_MODEL_UNIT_HOUR -> "per model unit and hour";
      case PER_CMU_MINUTE -> "per custom model unit and minute";
      case PER_CMU_MONTH -> "per custom model unit and month";
      case PER_MODEL_MONTH -> "per model and month";
      case PER_JOB -> "per job";
      case TOKENS_PER_DAY -> "tokens a day";
      case FRACTION -> "of the price";
    };
  }

  /** The component in words, with the context band when it has one. */
  public static String component(ListPrice row) {
    String words = row.component().label().replace('_', ' ');
    return row.contextAbove().isPresent()
        ? words + " above " + Shown.count(row.contextAbove().getAsLong()) + " tokens"
        : words;
  }

  public static String sourceKind(Source.Kind kind) {
    return switch (kind) {
      case PROVIDER_API -> "provider's API";
      case PROVIDER_PAGE -> "provider's page";
      case MANUAL -> "entered by hand";
      case MIRROR -> "public catalogue";
      case THIRD_PARTY -> "third party";
    };
  }

  /** The colour class of a certainty. */
  public static String tone(PriceCertainty certainty) {
    return switch (certainty) {
      case HIGH -> "tone-good";
      case MEDIUM -> "tone-care";
      case LOW -> "tone-bad";
    };
  }
}
