package dev.plumbline.api.syncs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Where keys of providers may be sent, beside the providers themselves, and what is kept. */
@ConfigMapping(prefix = "plumbline.providers")
interface SyncsConfig {

  /**
   * Gateways by scheme and host, with or without a port, for example {@code
   * https://gateway.example}. Only the operator of the installation can name them: who may change
   * an account must not be able to have its key sent elsewhere.
   */
  Optional<List<String>> gateways();

  /** How many days runs, passing absences and received events of accounts are kept. */
  @WithDefault("400")
  int keepDays();
}
