package dev.plumbline.api.deprecations;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import java.util.Map;
import java.util.Optional;

/**
 * How each provider sees an organisation, which decides until when it can train there. Where nobody
 * knows it, dates are those of somebody who tunes and calls fine-tunes today, and that is said.
 */
public record CustomerClasses(Map<Provider, Eligibility> known) {

  /** Nothing is known. */
  public static final CustomerClasses ASSUMED = new CustomerClasses(Map.of());

  private static final CustomerClass USUAL = CustomerClass.ACTIVE;

  public CustomerClasses {
    known = Map.copyOf(known);
  }

  /** What dates are asked for. */
  public CustomerClass of(Provider provider) {
    return stated(provider).orElse(USUAL);
  }

  /** Whether that is an assumption, because the class is not known. */
  public boolean isAssumed(Provider provider) {
    return stated(provider).isEmpty();
  }

  /** Why it is known or not, in a sentence. */
  public String reason(Provider provider) {
    return Optional.ofNullable(known.get(provider))
        .map(Eligibility::reason)
        .orElse("nothing is known of fine-tuning there");
  }

  /** In the public cloud, whatever the deployment type and region. */
  public Circumstances circumstances(Provider provider) {
    return Circumstances.of(of(provider));
  }

  /** Whether every provider sees somebody who tunes today, as far as that is known. */
  boolean areUsual() {
    return known.keySet().stream().allMatch(provider -> of(provider) == USUAL);
  }

  private Optional<CustomerClass> stated(Provider provider) {
    return Optional.ofNullable(known.get(provider))
        .map(Eligibility::customer)
        .filter(customer -> customer != CustomerClass.UNKNOWN);
  }
}
