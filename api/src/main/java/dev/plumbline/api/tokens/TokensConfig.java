package dev.plumbline.api.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of tokens. */
@ConfigMapping(prefix = "plumbline.tokens")
interface TokensConfig {

  /** How many tokens one member or token can make within an hour, over all instances. */
  @WithDefault("60")
  int perHour();
}
