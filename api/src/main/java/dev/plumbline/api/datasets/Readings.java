package dev.plumbline.api.datasets;

import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.pricing.dataset.DatasetQuestion;
import dev.plumbline.pricing.dataset.DatasetReader;
import dev.plumbline.pricing.dataset.DatasetReport;
import dev.plumbline.pricing.dataset.ReadProgress;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
 * Only counts and findings are kept; the files are deleted as soon as they are read.
 */
@ApplicationScoped
class Readings {

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
            Readings::thread);
    readers.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "plumbline-dataset-reader");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Takes over the files and reads them as soon as a reader is free.
   *
   * @return empty when too many files wait already; the files are deleted then
   */
  Optional<DatasetReading> start(Uploads uploads, Purpose purpose, DatasetQuestion how) {
    DatasetReading reading =
        new DatasetReading(newId(), uploads.origin(), purpose, clock.instant());
    try {
      readers.execute(() -> read(reading, uploads, how));
    } catch (RejectedExecutionException e) {
      uploads.delete();
      return Optional.empty();
    }
    kept.add(reading, clock.instant());
    return Optional.of(reading);
  }

  Optional<DatasetReading> find(Organisation organisation, String id) {
    return kept.find(organisation, id, clock.instant());
  }

  private String newId() {
    byte[] name = new byte[ID_BYTES];
    random.nextBytes(name);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
  }

  /** The files are gone, and their place is free, before anybody hears of the end. */
  private void read(DatasetReading reading, Uploads uploads, DatasetQuestion how) {
    ReadingState end =
        new ReadingState.Failed("The server could not read the file. Send it again.");
    try {
      end = done(reading, uploads, how);
    } catch (IOException | RuntimeException e) {
      // one broken upload must not stop the reader; messages may quote content, so only the place
      Log.errorf(
          "dataset %s could not be read: %s at %s",
          reading.id(), e.getClass().getName(), e.getStackTrace()[0]);
    } finally {
      uploads.delete();
      reading.becomes(end);
    }
  }

  private static ReadingState done(DatasetReading reading, Uploads uploads, DatasetQuestion how)
      throws IOException {
    long total = sizeOf(uploads);
    DatasetReport training =
        report(
            uploads.training(),
            how,
            (bytes, rows) -> reading.becomes(new ReadingState.Reading(bytes, total, rows)));
    Optional<DatasetReport> validation = Optional.empty();
    if (uploads.validation().isPresent()) {
      validation =
          Optional.of(
              report(
                  uploads.validation().get(),
                  how.forHoldoutOf(training.fingerprints()),
                  ReadProgress.NONE));
    }
    return new ReadingState.Done(
        training.withoutFingerprints(), validation.map(DatasetReport::withoutFingerprints));
  }

  private static DatasetReport report(Upload upload, DatasetQuestion how, ReadProgress progress)
      throws IOException {
    try (InputStream in = Files.newInputStream(upload.content())) {
      return new DatasetReader(how).read(upload.file(), in, progress);
    }
  }

  private static long sizeOf(Uploads uploads) throws IOException {
    return Files.size(uploads.training().content());
  }

  @PreDestroy
  void stop() {
    readers.shutdownNow();
  }
}
