package dev.plumbline.api.oidc;

import dev.plumbline.api.web.SignInProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The provider that the operator has configured. */
@ApplicationScoped
class ConfiguredProvider implements SignInProvider {

  private final OidcConfig config;

  ConfiguredProvider(OidcConfig config) {
    this.config = config;
  }

  @Override
  public Optional<String> label() {
    return config.enabled() ? Optional.of(config.label()) : Optional.empty();
  }

  @Override
  public Optional<String> issuer() {
    return config.enabled() ? config.issuer() : Optional.empty();
  }
}
