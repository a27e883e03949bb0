package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter err = new StringWriter();
  private long nanos;

  @Test
  void quickWorkShowsNothing() {
    try (Progress progress = progress(true)) {
      nanos = TimeUnit.MILLISECONDS.toNanos(1999);
      progress.at(1, 2);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void workOverTwoSecondsShowsItsShareAndCleansUp() {
    try (Progress progress = progress(true)) {
      nanos = TimeUnit.SECONDS.toNanos(2);
      progress.at(1, 4);
    }
    assertThat(err.toString()).isEqualTo("\r\u001b[2Kreading x 25 %\r\u001b[2K");
  }

  @Test
  void theLineIsNotWrittenMoreOftenThanItCanBeRead() {
    Progress progress = progress(true);
    nanos = TimeUnit.SECONDS.toNanos(3);
    progress.at(1, 0);
    nanos += TimeUnit.MILLISECONDS.toNanos(199);
    progress.at(2, 0);
    nanos += TimeUnit.MILLISECONDS.toNanos(1);
    progress.at(3, 0);

    assertThat(err.toString()).contains("reading x 1").contains("x 3").doesNotContain("x 2");
  }

  @Test
  void whereNobodyWatchesNothingIsShown() {
    try (Progress progress = progress(false)) {
      nanos = TimeUnit.SECONDS.toNanos(100);
      progress.at(1, 4);
    }
    assertThat(err.toString()).isEmpty();
  }

  private Progress progress(boolean watched) {
    return new Progress(new PrintWriter(err), watched, "reading x", () -> nanos);
  }
}
