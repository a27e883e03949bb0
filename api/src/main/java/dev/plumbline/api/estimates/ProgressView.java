package dev.plumbline.api.estimates;

import dev.plumbline.api.datasets.ReadingState;
import dev.plumbline.api.web.Shown;

/**
 * How far reading has come, in words.
 *
 * @param percent 0 to 100
 * @param failed whether reading has ended without a result
 */
public record ProgressView(String words, int percent, boolean failed) {

  static ProgressView of(ReadingState state) {
    return state.match(
        new ReadingState.Cases<>() {
          @Override
          public ProgressView waiting() {
            return new ProgressView("Waiting: other files are read first.", 0, false);
          }

          @Override
          public ProgressView reading(ReadingState.Reading now) {
            return new ProgressView(
                "%d %% read, %s rows so far.".formatted(now.percent(), Shown.count(now.rows())),
                now.percent(),
                false);
          }

          @Override
          public ProgressView done(ReadingState.Done done) {
            return new ProgressView("Read.", 100, false);
          }

          @Override
          public ProgressView failed(ReadingState.Failed failed) {
            return new ProgressView(failed.reason(), 0, true);
          }
        });
  }
}
