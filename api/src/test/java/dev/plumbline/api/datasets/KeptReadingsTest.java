package dev.plumbline.api.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.datasets.DatasetReading.Origin;
import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptReadingsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private static final Organisation OTHER = new Organisation(new UUID(7, 7));

  private final KeptReadings kept = new KeptReadings(2, Duration.ofHours(1));

  @Test
  void theOldestFinishedReadingGoesWhenThereAreTooMany() {
    finished("one");
    finished("two");
    finished("three");

    assertThat(found("one", NOW)).isEmpty();
    assertThat(found("two", NOW)).isPresent();
    assertThat(found("three", NOW)).isPresent();
  }

  @Test
  void anotherOrganisationNeitherFindsAReadingNorPushesItOut() {
    finished("one");
    for (String id : List.of("two", "three", "four")) {
      finished(id, OTHER);
    }

    assertThat(found("one", NOW)).isPresent();
    assertThat(kept.find(OTHER, "one", NOW)).isEmpty();
    assertThat(found("four", NOW)).isEmpty();
    assertThat(kept.find(OTHER, "four", NOW)).isPresent();
  }

  @Test
  void aReadingThatGoesOnIsNotForgotten() {
    kept.add(reading("running", Organisation.FIRST), NOW);
    finished("two");
    finished("three");

    assertThat(found("running", NOW)).isPresent();
    assertThat(found("two", NOW)).isEmpty();
  }

  @Test
  void aResultIsForgottenAfterItsTime() {
    finished("one");

    assertThat(found("one", NOW.plusSeconds(3600))).isPresent();
    assertThat(found("one", NOW.plusSeconds(3601))).isEmpty();
  }

  private Optional<DatasetReading> found(String id, Instant when) {
    return kept.find(Organisation.FIRST, id, when);
  }

  private void finished(String id) {
    finished(id, Organisation.FIRST);
  }

  private void finished(String id, Organisation organisation) {
    DatasetReading reading = reading(id, organisation);
    reading.becomes(new ReadingState.Failed("broken"));
    kept.add(reading, NOW);
  }

  private static DatasetReading reading(String id, Organisation organisation) {
    return new DatasetReading(
        id, new Origin(organisation, id + ".jsonl"), new Purpose(Provider.OPENAI, "gpt-4o"), NOW);
  }
}
