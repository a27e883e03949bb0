package dev.plumbline.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who is let in, and for how long. */
@ConfigMapping(prefix = "plumbline.access")
public interface AccessConfig {

  /** Time after which a session ends that nobody uses. */
  @WithDefault("8H")
  Duration sessionIdle();

  /** Time after which a session ends however much it is used. */
  @WithDefault("24H")
  Duration sessionAbsolute();

  /** Whether visitors may use the break-even calculator, with list prices only. */
  @WithDefault("false")
  boolean openBreakEven();
}
