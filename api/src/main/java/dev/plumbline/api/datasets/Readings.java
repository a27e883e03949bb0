package dev.plumbline.api.datasets;

import dev.plumbline.pricing.dataset.DatasetQuestion;
import dev.plumbline.pricing.dataset.DatasetReader;
import dev.plumbline.pricing.dataset.DatasetReport;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads uploaded files in the background, a few at a time, and remembers the results for a while.
 * Only counts and findings are kept; the file is deleted as soon as it is read.
 */
@ApplicationScoped
public class Readings {

  private static final int ID_BYTES = 12;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final KeptReadings kept;
  private final ThreadPoolExecutor readers;

  Readings(DatasetsConfig config, Clock clock) {
    this.clock = clock;
    this.kept = new KeptReadings(config.keptReadings(), config.keptFor());
    this.readers =
        new ThreadPoolExecutor(
            config.concurrentReadings(),
            config.concurrentReadings(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(config.waitingReadings()),
            task -> {
              Thread thread = new Thread(task, "plumbline-dataset-reader");
              thread.setDaemon(true);
              return thread;
            });
    readers.allowCoreThreadTimeOut(true);
  }

  /**
   * Takes over the file and reads it as soon as a reader is free.
   *
   * @return empty when too many files wait already; the file is deleted then
   */
  public Optional<DatasetReading> start(Upload upload, String model, DatasetQuestion question) {
    byte[] name = new byte[ID_BYTES];
    random.nextBytes(name);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    DatasetReading reading = new DatasetReading(id, upload.file(), model, clock.instant());
    try {
      readers.execute(() -> read(reading, upload, question));
    } catch (RejectedExecutionException e) {
      delete(upload.content());
      return Optional.empty();
    }
    kept.add(reading, clock.instant());
    return Optional.of(reading);
  }

  public Optional<DatasetReading> find(String id) {
    return kept.find(id, clock.instant());
  }

  private void read(DatasetReading reading, Upload upload, DatasetQuestion question) {
    try (InputStream in = Files.newInputStream(upload.content())) {
      long total = Files.size(upload.content());
      reading.becomes(new ReadingState.Reading(0, total, 0));
      DatasetReport report =
          new DatasetReader(question)
              .read(
                  upload.file(),
                  in,
                  (bytes, rows) -> reading.becomes(new ReadingState.Reading(bytes, total, rows)));
      reading.becomes(new ReadingState.Done(report.withoutFingerprints()));
    } catch (IOException | RuntimeException e) {
      // one broken upload must not stop the reader; messages may quote content, so only the place
      Log.errorf(
          "dataset %s could not be read: %s at %s",
          reading.id(), e.getClass().getName(), e.getStackTrace()[0]);
      reading.becomes(
          new ReadingState.Failed("The server could not read the file. Send it again."));
    } finally {
      delete(upload.content());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      Log.warnf("temporary file %s could not be deleted: %s", file, e.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    readers.shutdownNow();
  }
}
