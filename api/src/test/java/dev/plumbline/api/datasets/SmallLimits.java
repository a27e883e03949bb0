package dev.plumbline.api.datasets;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Ten bytes, one reader, one place to wait. */
class SmallLimits implements DatasetsConfig {

  @Override
  public MemorySize uploadLimit() {
    return new MemorySize(BigInteger.TEN);
  }

  @Override
  public int concurrentReadings() {
    return 1;
  }

  @Override
  public int waitingReadings() {
    return 1;
  }

  @Override
  public int uploadsPerOrganisation() {
    return 2;
  }

  @Override
  public int keptReadings() {
    return 10;
  }

  @Override
  public Duration keptFor() {
    return Duration.ofHours(1);
  }
}
