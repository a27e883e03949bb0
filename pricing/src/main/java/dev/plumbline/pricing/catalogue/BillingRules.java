package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.BillingRule.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The providers' billing rules of {@code billing-rules.csv}. */
public final class BillingRules {

  private static final BillingRules NONE = new BillingRules(List.of());

  private final Map<Provider, List<BillingRule>> byProvider;

  BillingRules(Collection<BillingRule> rules) {
    byProvider =
        rules.stream()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.groupingBy(BillingRule::provider), Map::copyOf));
  }

  /** The rules that ship with the product. */
  public static BillingRules bundled() {
    return BundledCatalogue.RULES;
  }

  public static BillingRules none() {
    return NONE;
  }

  boolean tunedAsBase(Provider provider, String model) {
    return find(Kind.TUNED_AS_BASE, provider, model).isPresent();
  }

  Optional<String> familyOf(Provider provider, String model) {
    return find(Kind.TUNED_AS_FAMILY, provider, model).map(rule -> rule.renamed(model));
  }

  public Optional<String> defaultVariant(Provider provider) {
    return find(Kind.DEFAULT_VARIANT, provider, "").map(BillingRule::target);
  }

  String usualName(Provider provider, String model) {
    return find(Kind.SAME_NAME, provider, model).map(rule -> rule.renamed(model)).orElse(model);
  }

  /**
   * Why cache writes of this model cost what input costs; empty where they have, or may have, a
   * price of their own.
   */
  public Optional<String> cacheWriteAsInput(Provider provider, String model) {
    return find(Kind.CACHE_WRITE_AS_INPUT, provider, usualName(provider, model))
        .map(rule -> rule.reason() + " (" + rule.source() + ")");
  }

  private Optional<BillingRule> find(Kind kind, Provider provider, String model) {
    for (BillingRule rule : byProvider.getOrDefault(provider, List.of())) {
      if (rule.kind() == kind && rule.covers(model)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
