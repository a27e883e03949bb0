package dev.plumbline.api.exitplans;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.exit.successor.Successor;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceKey;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.hosting.HostingPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a place costs each month beside the requests: the hours of a deployment, or more for a token
 * than the provider's usual deployment type.
 *
 * @param kind {@code hosting}, {@code data_zone} or {@code regional}
 */
record Surcharge(String kind, GivenMoney money) {

  /** Documents use 720, 730 or 744; a year has twelve months of 730 hours. */
  private static final BigDecimal HOURS = BigDecimal.valueOf(730);

  private static final String USUAL = "global";

  Surcharge {
    requireNonNull(kind, "kind");
    requireNonNull(money, "money");
  }

  /**
   * Those of a successor.
   *
   * @param hosting as somebody entered it
   * @param requests of a month at the usual prices; empty when nobody knows the traffic
   */
  static List<Surcharge> of(
      Successor successor,
      Optional<Money> hosting,
      Optional<GivenMoney> requests,
      PriceCatalogue catalogue) {
    List<Surcharge> all = new ArrayList<>();
    hosting
        .map(amount -> GivenMoney.of(amount, "hosting as entered"))
        .or(() -> listedHosting(successor, catalogue))
        .ifPresent(money -> all.add(new Surcharge("hosting", money)));
    successor
        .placement()
        .deployment()
        .filter(type -> type == DeploymentType.DATA_ZONE || type == DeploymentType.STANDARD)
        .filter(type -> sellsByPlace(successor, catalogue))
        .ifPresent(
            type ->
                all.add(
                    new Surcharge(
                        type == DeploymentType.DATA_ZONE ? "data_zone" : "regional",
                        uplift(successor, type, requests, catalogue))));
    return all;
  }

  /** The requests with every surcharge that is known; those that are not stay beside the sum. */
  static GivenMoney added(GivenMoney requests, List<Surcharge> surcharges) {
    GivenMoney sum = requests;
    for (Surcharge each : surcharges) {
      if (each.money().find().isPresent()) {
        sum = sum.plus(each.money());
      }
    }
    return sum;
  }

  /** Of a tuned model that is billed by the hour; empty where no source knows such hours. */
  private static Optional<GivenMoney> listedHosting(Successor successor, PriceCatalogue catalogue) {
    if (!successor.route().tunes()) {
      return Optional.empty();
    }
    String variant = successor.placement().deployment().map(Surcharge::variant).orElse(USUAL);
    return rows(successor, catalogue, Component.HOSTING, variant).stream()
        .filter(row -> row.fineTuned() && row.unit() == PriceUnit.PER_DEPLOYMENT_HOUR)
        .findFirst()
        .map(Surcharge::month);
  }

  private static GivenMoney month(ListPrice row) {
    HostingPlan plan = new HostingPlan(new Money(row.currency(), row.amount()), HOURS, 1);
    return GivenMoney.of(
        plan.perMonth(),
        "hosting of one %s deployment, %s hours at %s %s, by %s"
            .formatted(
                row.variant(),
                HOURS,
                row.currency(),
                row.amount().toPlainString(),
                row.source().name()));
  }

  private static boolean sellsByPlace(Successor successor, PriceCatalogue catalogue) {
    return catalogue.rules().defaultVariant(successor.base().orElseThrow().provider()).isPresent();
  }

  private static GivenMoney uplift(
      Successor successor,
      DeploymentType type,
      Optional<GivenMoney> requests,
      PriceCatalogue catalogue) {
    if (requests.isEmpty()) {
      return GivenMoney.unknown("nobody has entered the requests and tokens of a month");
    }
    Optional<ListPrice> here = input(successor, catalogue, variant(type));
    Optional<ListPrice> usual = input(successor, catalogue, USUAL);
    if (here.isEmpty() || usual.isEmpty() || usual.get().amount().signum() == 0) {
      return GivenMoney.unknown(
          "no source states the %s price of %s; the month is at the global price"
              .formatted(variant(type), successor.base().orElseThrow().name()));
    }
    BigDecimal share =
        here.get()
            .amount()
            .divide(usual.get().amount(), MathContext.DECIMAL64)
            .subtract(BigDecimal.ONE)
            .stripTrailingZeros();
    return requests
        .get()
        .times(
            share,
            "%s costs %s %% more than global, by %s"
                .formatted(
                    variant(type),
                    share.movePointRight(2).toPlainString(),
                    here.get().source().name()));
  }

  private static Optional<ListPrice> input(
      Successor successor, PriceCatalogue catalogue, String variant) {
    return rows(successor, catalogue, Component.INPUT, variant).stream()
        .filter(row -> !row.fineTuned() && row.tier() == ServiceTier.STANDARD)
        .filter(row -> row.contextAbove().isEmpty())
        .findFirst();
  }

  /** Today's rows of the model itself before those of every model. */
  private static List<ListPrice> rows(
      Successor successor, PriceCatalogue catalogue, Component component, String variant) {
    Successor.BaseAt base = successor.base().orElseThrow();
    return catalogue.believed().stream()
        .filter(row -> row.provider().equals(base.provider()) && row.component() == component)
        .filter(row -> row.variant().equals(variant))
        .filter(row -> row.model().equals(base.name()) || row.model().equals(PriceKey.EVERY_MODEL))
        .filter(row -> row.validTo().isEmpty())
        .sorted(Comparator.comparing(row -> row.model().equals(PriceKey.EVERY_MODEL)))
        .toList();
  }

  private static String variant(DeploymentType type) {
    return switch (type) {
      case STANDARD -> "regional";
      case GLOBAL -> USUAL;
      case DATA_ZONE -> "data zone";
      case PROVISIONED -> "provisioned";
      case DEVELOPER -> "developer";
    };
  }
}
