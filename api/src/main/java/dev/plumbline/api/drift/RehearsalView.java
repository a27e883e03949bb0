package dev.plumbline.api.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.evaluation.Rehearsal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a model that somebody plans to move to is no worse than the present one. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rehearsal")
public record RehearsalView(
    UUID target,
    @Schema(description = "the present model") String reference,
    @Schema(description = "the one to move to") String candidate,
    @Schema(description = "answers up to that moment count") Instant until,
    @Schema(description = "non_inferior, inferior or inconclusive") String outcome,
    @Schema(description = "more prompts that the family furthest from a verdict needs")
        @Nullable Long pairsMissing,
    double alpha,
    List<FamilyView> families,
    CostView cost,
    @Schema(description = "some prompts on which the two differ, losses first")
        List<DisagreementView> disagreements,
    @Schema(description = "what the verdict rests on") List<String> assumptions) {

  /** One family; a pair is a prompt with the answers of both. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "RehearsedFamily")
  public record FamilyView(
      String family,
      String outcome,
      long pairs,
      long lost,
      long gained,
      @Schema(description = "candidate minus reference, in points of the pass rate")
          double difference,
      @Schema(description = "of an interval at 1 - 2 alpha") double low,
      double high,
      double margin,
      double p,
      long pairsNeeded) {

    static FamilyView of(Rehearsal.FamilyVerdict verdict) {
      return new FamilyView(
          verdict.family(),
          verdict.judged().outcome().name().toLowerCase(Locale.ROOT),
          verdict.pairs().pairs(),
          verdict.pairs().passToFail(),
          verdict.pairs().failToPass(),
          verdict.judged().difference(),
          verdict.judged().interval().lower(),
          verdict.judged().interval().upper(),
          verdict.margin(),
          verdict.judged().p(),
          verdict.judged().pairsNeeded());
    }
  }

  /** What an answer cost on average; exact decimals. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RehearsedCost")
  public record CostView(
      @Schema(description = "known or unknown") String status,
      @Nullable String currency,
      @Nullable String reference,
      @Nullable String candidate,
      @Schema(description = "candidate minus reference, for one request")
          @Nullable String difference,
      @Nullable String why) {

    /** For people. */
    public String words() {
      BigDecimal more = new BigDecimal(Objects.requireNonNull(difference));
      return switch (more.signum()) {
        case 0 -> "An answer costs as much";
        case 1 -> "An answer costs %s %s more".formatted(currency, more.toPlainString());
        default -> "An answer costs %s %s less".formatted(currency, more.negate().toPlainString());
      };
    }
  }

  /** One prompt. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "RehearsedDisagreement")
  public record DisagreementView(
      String family, String probe, String lostOrGained, String reference, String candidate) {

    static DisagreementView of(Rehearsal.Pair pair) {
      return new DisagreementView(
          pair.family(),
          pair.probe(),
          pair.reference().passed() ? "lost" : "gained",
          pair.reference().text(),
          pair.candidate().text());
    }
  }

  /** For people, in one sentence. */
  public String sentence() {
    return switch (outcome) {
      case "non_inferior" ->
          "%s is no worse than %s in every family".formatted(candidate, reference);
      case "inferior" -> "%s is worse than %s".formatted(candidate, reference);
      default ->
          "not decided: about %d more prompts of the family furthest from a verdict would tell"
              .formatted(pairsMissing == null ? 0 : pairsMissing);
    };
  }
}
