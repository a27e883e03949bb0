package dev.plumbline.api.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Limits of request bodies. */
@ConfigMapping(prefix = "plumbline.limits")
interface LimitsConfig {

  /** Bytes of a body, where nothing else is said. */
  @WithDefault("1M")
  MemorySize body();

  /** Bytes of a table with many questions. */
  @WithDefault("16M")
  MemorySize batchBody();

  /** Bytes of an uploaded file with its form around it. */
  @WithDefault("1025M")
  MemorySize uploadBody();

  /** Addresses (and all below them) that take files. */
  @WithDefault("/api/v1/datasets,/api/v1/estimates,/estimate")
  List<String> uploadPaths();

  /** Time in which a body must have arrived. */
  @WithDefault("15S")
  Duration bodyTime();

  /** Time in which an uploaded file must have arrived. */
  @WithDefault("1H")
  Duration uploadTime();

  /** Bytes per second that a sender must reach on average, after three seconds. */
  @WithDefault("1K")
  MemorySize minimumRate();
}
