package dev.plumbline.api.datasets;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of uploads: a stranger must not be able to fill the disk or the memory. */
@ConfigMapping(prefix = "plumbline.datasets")
interface DatasetsConfig {

  /** Bytes of one uploaded file as it is sent. */
  @WithDefault("1G")
  MemorySize uploadLimit();

  /** Files that are read at the same time. */
  @WithDefault("2")
  int concurrentReadings();

  /** Files that wait on disk for their turn; more are refused. */
  @WithDefault("8")
  int waitingReadings();

  /** Files of one organisation that are uploaded, wait or are read; more are refused. */
  @WithDefault("6")
  int uploadsPerOrganisation();

  /** Results of one organisation that are kept in memory; the oldest goes first. */
  @WithDefault("100")
  int keptReadings();

  /** How long a result is kept. */
  @WithDefault("2H")
  Duration keptFor();
}
