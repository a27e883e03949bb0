package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.registry.Given;
import dev.plumbline.lifecycle.evaluation.GradedPair;
import dev.plumbline.lifecycle.evaluation.HoldOutReview;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends after both models have answered a hold-out and their answers were graded. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewHoldOut",
    examples =
        """
        {"name":"hold-out of November","reference_model":"gpt-4o-2024-08-06","margin":"0.05",
         "training_sha256":"<64 hex digits>","leaked":[],
         "pairs":[{"row":"1","reference":1,"candidate":1}]}""")
record HoldOutRequest(
    @Nullable String name,
    @Schema(description = "the model beside it, such as its base") @Nullable String referenceModel,
    @Schema(description = "how much worse it may be, in points of the pass rate; 0.05 when absent")
        @Nullable BigDecimal margin,
    @Schema(description = "of the training file in which the rows were looked for")
        @Nullable String trainingSha256,
    @Schema(description = "ids of the rows that were found there; they do not count")
        @Nullable List<String> leaked,
    @Schema(description = "50 to 10,000 rows that do not leak") @Nullable List<Pair> pairs) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ROW = 100;
  private static final int LONGEST_MODEL = 1024;
  private static final int MOST_PAIRS = 10_000;
  private static final BigDecimal USUAL_MARGIN = new BigDecimal("0.05");
  private static final String HASH = "[0-9a-f]{64}";

  /** One row: grades from 0 to 1, a pass from one half on. */
  @Schema(name = "GradedPair")
  record Pair(
      @Nullable String row, @Nullable BigDecimal reference, @Nullable BigDecimal candidate) {

    GradedPair toPair(int index) {
      String field = "pairs[" + index + "]";
      if (reference == null || candidate == null) {
        throw Input.refused(field, "both grades are needed");
      }
      String id = Given.text(field + ".row", row, LONGEST_ROW);
      return Input.read(
          field, () -> new GradedPair(id, reference.doubleValue(), candidate.doubleValue()));
    }
  }

  /** The same with nothing missing; refuses what cannot be judged. */
  HoldOutRequest sound() {
    String hash = Given.text("training_sha256", trainingSha256, HASH.length() * 10);
    if (!hash.matches(HASH)) {
      throw Input.refused("training_sha256", "64 hexadecimal digits in lower case are needed");
    }
    List<Pair> given = pairs == null ? List.of() : pairs;
    if (given.size() > MOST_PAIRS) {
      throw Input.refused("pairs", "more than %d rows".formatted(MOST_PAIRS));
    }
    HoldOutRequest sound =
        new HoldOutRequest(
            Given.text("name", name, LONGEST_NAME),
            Given.text("reference_model", referenceModel, LONGEST_MODEL),
            margin == null ? USUAL_MARGIN : margin,
            hash,
            leaked == null ? List.of() : leaked,
            given);
    HoldOutReview review = sound.review();
    if (!review.isReliable()) {
      throw Input.refused(
          "pairs",
          "%d rows that do not leak; at least %d are needed"
              .formatted(review.rows(), HoldOutReview.FEWEST_ROWS));
    }
    return sound;
  }

  HoldOutReview review() {
    List<GradedPair> read = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      read.add(pairs.get(i).toPair(i));
    }
    Set<String> out = new HashSet<>(leaked);
    return Input.read("pairs", () -> HoldOutReview.of(read, out, margin.doubleValue()));
  }
}
