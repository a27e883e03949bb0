package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.registry.Given;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Grades of answers, as an application or its users gave them. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewGrades",
    examples =
        """
        {"grades":[{"id":"req-1","provider":"openai","model":"ft:gpt-4o-2024-08-06:acme::a1",
          "deployment":"chat","at":"2026-11-20T10:00:00Z","score":"0.8"}]}""")
record GradesRequest(@Schema(description = "1 to 1,000") @Nullable List<Grade> grades) {

  private static final int MOST = 1_000;
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_NAME = 200;
  private static final int SCALE = 4;
  private static final Duration OLDEST = Duration.ofDays(7);
  private static final Duration FAST_CLOCKS = Duration.ofMinutes(5);

  /** One graded answer. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "Grade")
  record Grade(
      @Schema(description = "the sender's own: sent twice, it counts once") @Nullable String id,
      @Nullable String provider,
      @Nullable String model,
      @Schema(description = "absent for a model that is served in one place")
          @Nullable String deployment,
      @Schema(description = "of the answer, at most seven days ago") @Nullable Instant at,
      @Schema(description = "from 0 to 1, at most four decimals; a pass from 0.5 on")
          @Nullable BigDecimal score,
      @Schema(description = "instead of a score: 1 or 0") @Nullable Boolean passed) {

    private SoundGrade sound(String field, Instant now) {
      String sender = Given.text(field + ".id", id, LONGEST_ID);
      Provider served =
          Input.read(
              field + ".provider",
              () -> Provider.of(Given.text(field + ".provider", provider, LONGEST_NAME)));
      String name = Given.text(field + ".model", model, 1_024);
      ModelKey key = Input.read(field + ".model", () -> new ModelKey(served, name));
      String place = Given.textIfAny(field + ".deployment", deployment, LONGEST_NAME).orElse("");
      return new SoundGrade(
          sender, new QualitySubject(key, place), moment(field, now), score(field));
    }

    private Instant moment(String field, Instant now) {
      if (at == null || at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(FAST_CLOCKS))) {
        throw Input.refused(
            field + ".at", "a moment of the last seven days is needed: what is older was judged");
      }
      return at;
    }

    private BigDecimal score(String field) {
      if ((score == null) == (passed == null)) {
        throw Input.refused(field + ".score", "either a score or passed is needed");
      }
      if (score == null) {
        return Boolean.TRUE.equals(passed) ? BigDecimal.ONE : BigDecimal.ZERO;
      }
      if (score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0 || score.scale() > SCALE) {
        throw Input.refused(field + ".score", "from 0 to 1 with at most four decimals");
      }
      return score;
    }
  }

  /** One with nothing missing. */
  record SoundGrade(String id, QualitySubject subject, Instant at, BigDecimal score) {}

  List<SoundGrade> sound(Instant now) {
    List<Grade> given = grades == null ? List.of() : grades;
    if (given.isEmpty() || given.size() > MOST) {
      throw Input.refused("grades", "1 to %d grades at once".formatted(MOST));
    }
    List<SoundGrade> sound = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String field = "grades[" + i + "]";
      if (given.get(i) == null) {
        throw Input.refused(field, "it is missing");
      }
      sound.add(given.get(i).sound(field, now));
    }
    return sound;
  }
}
