package dev.plumbline.api.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.core.model.Provider;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptReadingsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private final KeptReadings kept = new KeptReadings(2, Duration.ofHours(1));

  @Test
  void theOldestFinishedReadingGoesWhenThereAreTooMany() {
    finished("one");
    finished("two");
    finished("three");

    assertThat(kept.find("one", NOW)).isEmpty();
    assertThat(kept.find("two", NOW)).isPresent();
    assertThat(kept.find("three", NOW)).isPresent();
  }

  @Test
  void aReadingThatGoesOnIsNotForgotten() {
    kept.add(reading("running"), NOW);
    finished("two");
    finished("three");

    assertThat(kept.find("running", NOW)).isPresent();
    assertThat(kept.find("two", NOW)).isEmpty();
  }

  @Test
  void aResultIsForgottenAfterItsTime() {
    finished("one");

    assertThat(kept.find("one", NOW.plusSeconds(3600))).isPresent();
    assertThat(kept.find("one", NOW.plusSeconds(3601))).isEmpty();
  }

  private void finished(String id) {
    DatasetReading reading = reading(id);
    reading.becomes(new ReadingState.Failed("broken"));
    kept.add(reading, NOW);
  }

  private static DatasetReading reading(String id) {
    return new DatasetReading(id, id + ".jsonl", new Purpose(Provider.OPENAI, "gpt-4o"), NOW);
  }
}
