package dev.plumbline.lifecycle.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of states, one row at a time, each beginning with a model that is listed. */
class PresenceTest {

  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  /**
   * Steps are {@code minute word}: {@code has} and {@code lacks} are complete polls; {@code ok},
   * {@code 404}, {@code 410}, {@code 403} and {@code 5xx} are calls, and {@code 404?} is one
   * without a sibling that answers.
   */
  @ParameterizedTest(name = "{0} ends in {1}")
  @CsvSource({
    "'', LISTED",
    "0 has, LISTED",
    // absence needs three complete lists, an hour apart
    "0 lacks, MISSING(1)",
    "0 lacks; 59 lacks, MISSING(1)",
    "0 lacks; 60 lacks, MISSING(2)",
    "0 lacks; 60 lacks; 119 lacks, MISSING(2)",
    "0 lacks; 60 lacks; 120 lacks, MISSING(3)",
    "0 lacks; 60 lacks; 120 lacks; 180 lacks, MISSING(3)",
    "0 lacks; 60 lacks; 61 has, LISTED",
    "0 lacks; 60 lacks; 61 has; 62 lacks, MISSING(1)",
    // a call decides at the third only
    "0 lacks; 1 ok, MISSING(1)",
    "0 lacks; 1 404; 20 404, MISSING(1)",
    "0 lacks; 60 lacks; 120 lacks; 121 ok, UNLISTED_ALIVE",
    "0 lacks; 60 lacks; 120 lacks; 121 404, MISSING(3)",
    "0 lacks; 60 lacks; 120 lacks; 121 404; 130 404, MISSING(3)",
    "0 lacks; 60 lacks; 120 lacks; 121 404; 131 404, GONE",
    "0 lacks; 60 lacks; 120 lacks; 121 410; 131 410, GONE",
    "0 lacks; 60 lacks; 120 lacks; 121 404; 125 ok; 131 404, UNLISTED_ALIVE",
    "0 lacks; 60 lacks; 120 lacks; 121 404; 125 has; 131 404, LISTED",
    // without a sibling a 404 may be about us; a 410 is not
    "0 lacks; 60 lacks; 120 lacks; 121 404; 131 404?, NO_ACCESS MISSING(3)",
    "0 lacks; 60 lacks; 120 lacks; 121 404; 131 404?; 141 404, GONE",
    "0 lacks; 60 lacks; 120 lacks; 121 410; 131 410, GONE",
    // unlisted and alive
    "0 lacks; 60 lacks; 120 lacks; 121 ok; 122 404; 132 404, GONE",
    "0 lacks; 60 lacks; 120 lacks; 121 ok; 122 404; 125 ok; 132 404, UNLISTED_ALIVE",
    "0 lacks; 60 lacks; 120 lacks; 121 ok; 180 lacks, UNLISTED_ALIVE",
    "0 lacks; 60 lacks; 120 lacks; 121 ok; 180 has, LISTED",
    // gone, and back
    "0 lacks; 60 lacks; 120 lacks; 121 410; 131 410; 180 lacks; 190 404, GONE",
    "0 lacks; 60 lacks; 120 lacks; 121 410; 131 410; 180 has, LISTED",
    "0 lacks; 60 lacks; 120 lacks; 121 410; 131 410; 180 ok, UNLISTED_ALIVE",
    // lists lie
    "0 404, LISTED",
    "0 404; 9 404, LISTED",
    "0 404; 10 404, LISTED_DEAD",
    "0 404; 5 ok; 10 404, LISTED",
    "0 404; 10 404; 20 has, LISTED_DEAD",
    "0 404; 10 404; 20 ok, LISTED",
    "0 404; 10 404; 20 lacks; 80 lacks, LISTED_DEAD(2)",
    "0 404; 10 404; 20 lacks; 30 lacks; 40 lacks, LISTED_DEAD(1)",
    "0 404; 10 404; 20 lacks; 80 lacks; 140 lacks, GONE",
    "0 404; 10 404; 20 lacks; 80 lacks; 90 has; 140 lacks, LISTED_DEAD(1)",
    // what says nothing about the model
    "0 403, NO_ACCESS LISTED",
    "0 403; 1 ok, LISTED",
    "0 403; 1 has, LISTED",
    "0 403; 1 lacks, NO_ACCESS MISSING(1)",
    "0 403; 1 5xx, NO_ACCESS LISTED",
    "0 5xx, UNKNOWN LISTED",
    "0 5xx; 1 ok, LISTED",
    "0 5xx; 1 has, LISTED",
    "0 5xx; 1 lacks, MISSING(1)",
    "0 lacks; 60 lacks; 61 5xx, UNKNOWN MISSING(2)",
    "0 lacks; 60 lacks; 120 lacks; 121 404; 131 5xx, UNKNOWN MISSING(3)",
    "0 lacks; 60 lacks; 120 lacks; 121 404; 125 5xx; 131 404, GONE"
  })
  void aHistoryEndsInItsState(String history, String state) {
    assertThat(shown(after(history))).isEqualTo(state);
  }

  private static TrackedModel after(String history) {
    TrackedModel model = TrackedModel.appeared("ft:gpt-4o-2024-08-06:acme::AbCdEfGh");
    for (String step :
        Arrays.stream(history.split(";", -1)).filter(each -> !each.isBlank()).toList()) {
      String[] parts = step.strip().split(" ", -1);
      Instant at = START.plus(Duration.ofMinutes(Long.parseLong(parts[0])));
      model = after(model, at, parts[1]);
      assertThat(PresenceForm.of(model.presence()).toPresence()).isEqualTo(model.presence());
    }
    return model;
  }

  private static TrackedModel after(TrackedModel model, Instant at, String word) {
    return switch (word) {
      case "has" -> model.polled(at, true);
      case "lacks" -> model.polled(at, false);
      case "ok" -> model.called(new ModelCall(at, CallOutcome.ANSWERED, true));
      case "404" -> model.called(new ModelCall(at, CallOutcome.NOT_FOUND, true));
      case "404?" -> model.called(new ModelCall(at, CallOutcome.NOT_FOUND, false));
      case "410" -> model.called(new ModelCall(at, CallOutcome.RETIRED, false));
      case "403" -> model.called(new ModelCall(at, CallOutcome.NO_ACCESS, false));
      case "5xx" -> model.called(new ModelCall(at, CallOutcome.NO_ANSWER, false));
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String shown(TrackedModel model) {
    PresenceForm form = PresenceForm.of(model.presence());
    String access =
        model.access() == TrackedModel.Access.KNOWN
            ? ""
            : model.access().name().toUpperCase(Locale.ROOT) + " ";
    return access + form.label() + (form.polls() > 0 ? "(" + form.polls() + ")" : "");
  }
}
