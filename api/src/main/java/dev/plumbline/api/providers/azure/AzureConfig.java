package dev.plumbline.api.providers.azure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Azure's common addresses; another cloud of theirs has others. */
@ConfigMapping(prefix = "plumbline.azure")
interface AzureConfig {

  /** Where accounts are managed. */
  @WithDefault("https://management.azure.com")
  String management();

  /** Where tokens for the management come from. */
  @WithDefault("https://login.microsoftonline.com")
  String authority();
}
