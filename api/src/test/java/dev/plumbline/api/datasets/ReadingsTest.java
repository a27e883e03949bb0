package dev.plumbline.api.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.dataset.DatasetQuestion;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {

  private static final Purpose PURPOSE = new Purpose(Provider.OPENAI, "gpt-4o");
  private static final String ROW =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n";

  @TempDir Path folder;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final OpenUploads open =
      new OpenUploads(
          new SmallLimits() {
            @Override
            public int uploadsPerOrganisation() {
              return 3;
            }
          });
  private final Readings readings = new Readings(new SmallLimits(), Clock.systemUTC());

  @AfterEach
  void stop() {
    goOn.countDown();
    readings.stop();
  }

  @Test
  void whatIsTooManyIsRefusedAndDeletedAndTheRestIsRead() throws IOException {
    // one is read, one waits, the third is one too many
    DatasetReading first = start("first").orElseThrow();
    awaitReading(first);
    DatasetReading second = start("second").orElseThrow();
    assertThat(start("third")).isEmpty();
    assertThat(folder.resolve("third")).doesNotExist();

    goOn.countDown();
    assertThat(first.awaitEnd(20)).isInstanceOf(ReadingState.Done.class);
    assertThat(second.awaitEnd(20)).isInstanceOf(ReadingState.Done.class);
    assertThat(folder).isEmptyDirectory();
    assertThat(readings.find(Organisation.FIRST, second.id())).contains(second);
  }

  @Test
  void aFileThatCannotBeReadFailsWithoutItsContent() {
    Upload gone = Upload.named("gone.jsonl", folder.resolve("gone"));
    DatasetReading reading = readings.start(uploads(gone), PURPOSE, question()).orElseThrow();

    assertThat(reading.awaitEnd(20))
        .isEqualTo(new ReadingState.Failed("The server could not read the file. Send it again."));
  }

  private Optional<DatasetReading> start(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), ROW);
    return readings.start(uploads(Upload.named(name, file)), PURPOSE, question());
  }

  private Uploads uploads(Upload upload) {
    return new Uploads(
        Organisation.FIRST, open.enter(Organisation.FIRST), upload, Optional.empty());
  }

  /** The queue has one place, so the reader must have taken the first file out of it. */
  private static void awaitReading(DatasetReading reading) {
    for (int i = 0; i < 200 && reading.state() instanceof ReadingState.Waiting; i++) {
      reading.awaitEnd(0);
      Thread.onSpinWait();
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DatasetQuestion question() {
    return DatasetQuestion.with(
        new TokenCounter() {
          @Override
          public Encoding encoding() {
            return Encoding.O200K_BASE;
          }

          @Override
          public TokenCount count(String text) {
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return TokenCount.exact(text.length());
          }
        });
  }
}
