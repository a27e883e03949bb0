package dev.plumbline.api.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where we connect to besides the public Internet. Only the operator can say so. */
@ConfigMapping(prefix = "plumbline.outbound")
interface OutboundConfig {

  /**
   * Ranges of addresses, for example {@code 10.1.0.0/16}, that may be connected to although they
   * are private; by http and on any port too.
   */
  Optional<List<String>> allow();

  /** Ports of public addresses. */
  @WithDefault("443")
  List<Integer> ports();

  /** Time in which a connection must stand. */
  @WithDefault("3S")
  Duration connectTime();
}
