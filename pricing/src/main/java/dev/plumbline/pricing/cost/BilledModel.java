package dev.plumbline.pricing.cost;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.PriceChain;
import java.util.List;

/**
 * What a model name is billed as.
 *
 * @param model the base snapshot or the name under which the provider sells
 * @param fineTuned whether tuned weights are billed
 * @param aliasRow whether only the price of the undated name itself is known
 * @param fullName the name as the caller wrote it
 * @param assumptions what had to be assumed to read the name so
 * @param prices the lists to ask
 */
public record BilledModel(
    Provider provider,
    String model,
    boolean fineTuned,
    boolean aliasRow,
    String fullName,
    List<String> assumptions,
    PriceChain prices) {

  public BilledModel {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(fullName, "fullName");
    assumptions = List.copyOf(assumptions);
    requireNonNull(prices, "prices");
  }
}
