package dev.plumbline.api.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are shared between instances. */
@ConfigMapping(prefix = "plumbline.jobs")
interface JobsConfig {

  /**
   * How long an instance may be silent before another one takes over what it was doing. Renewed at
   * a third of it, by the clock of the database.
   */
  @WithDefault("9S")
  Duration lease();

  /** How often every instance looks for work that another one has left behind. */
  @WithDefault("3S")
  Duration lookEvery();

  /** Runs at the same time on one instance. */
  @WithDefault("4")
  int threads();
}
