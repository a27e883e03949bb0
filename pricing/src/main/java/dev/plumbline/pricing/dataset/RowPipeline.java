package dev.plumbline.pricing.dataset;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Analyses batches of lines on several threads and hands the results out in the order of the lines.
 * The number of batches in flight is bounded, so memory is too. The first batch is analysed by the
 * caller: most files have no second one.
 */
final class RowPipeline implements AutoCloseable {

  private static final int BATCH_BYTES = 1 << 18;
  private static final int BATCH_LINES = 2_000;

  private final RowAnalyst analyst;
  private final Consumer<? super RowResult> results;
  private final int workers;
  private final Deque<Future<List<RowResult>>> inFlight = new ArrayDeque<>();
  private List<RawLine> batch = new ArrayList<>();
  private int batchBytes;
  private Optional<ExecutorService> threads = Optional.empty();
  private boolean begun;

  RowPipeline(RowAnalyst analyst, int workers, Consumer<? super RowResult> results) {
    this.analyst = analyst;
    this.workers = workers;
    this.results = results;
  }

  void add(RawLine line) throws InterruptedIOException {
    batch.add(line);
    batchBytes += line.bytes().length;
    if (batchBytes >= BATCH_BYTES || batch.size() >= BATCH_LINES) {
      submit();
    }
  }

  /** Waits until every line has been handed out. */
  void finish() throws InterruptedIOException {
    submit();
    while (!inFlight.isEmpty()) {
      handOut();
    }
  }

  private void submit() throws InterruptedIOException {
    List<RawLine> lines = batch;
    batch = new ArrayList<>();
    batchBytes = 0;
    if (!begun) {
      begun = true;
      analysed(lines).forEach(results);
      return;
    }
    inFlight.add(threads().submit(() -> analysed(lines)));
    if (inFlight.size() > 2 * workers) {
      handOut();
    }
  }

  private List<RowResult> analysed(List<RawLine> lines) {
    return lines.stream().map(analyst::analyse).toList();
  }

  private ExecutorService threads() {
    if (threads.isEmpty()) {
      threads = Optional.of(Executors.newFixedThreadPool(workers, RowPipeline::daemon));
    }
    return threads.get();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plumbline-dataset");
    thread.setDaemon(true);
    return thread;
  }

  private void handOut() throws InterruptedIOException {
    try {
      inFlight.remove().get().forEach(results);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("reading was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a line could not be analysed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.ifPresent(ExecutorService::shutdownNow);
  }
}
