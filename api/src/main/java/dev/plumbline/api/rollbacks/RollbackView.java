package dev.plumbline.api.rollbacks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.changes.Rollbacks;
import dev.plumbline.api.syncs.ServableCalls.Seen;
import dev.plumbline.api.syncs.ServableCalls.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One place where a model is called, and whether one can go back to the model before. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rollback")
public record RollbackView(
    @Schema(description = "deployment or application", examples = "deployment") String kind,
    @Schema(description = "of the deployment or the application") UUID id,
    @Schema(examples = "azure/acme-eu/chat") String place,
    @Schema(description = "of both models, but for an application that moved") String provider,
    String model,
    @Schema(description = "absent when nothing was called before") @Nullable String previousModel,
    @Nullable String previousProvider,
    @Schema(description = "whether one can go back today, and for the next 30 days")
        boolean possible,
    @Schema(description = "in a sentence, with the dates") String reason,
    @Schema(description = "last day on which it can be called; absent when nobody knows")
        @Nullable LocalDate servableUntil,
    @Schema(description = "when it was last seen to answer; absent for never")
        @Nullable Instant verifiedAt,
    @Schema(description = "what the last look of the job found; absent before the first")
        @Nullable LookView look) {

  /** A look at the model before. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "RollbackLook")
  public record LookView(
      Instant at,
      @Schema(description = "answered, gone or unknown", examples = "answered") String verdict,
      String words) {

    static LookView of(Seen seen) {
      return new LookView(seen.at(), seen.verdict().name().toLowerCase(Locale.ROOT), seen.words());
    }
  }

  static RollbackView none(Place place) {
    return new RollbackView(
        place.kind(),
        place.id(),
        place.name(),
        place.now().provider().key(),
        place.now().model(),
        null,
        null,
        false,
        "nothing else was called here before",
        null,
        null,
        null);
  }

  static RollbackView of(Place place, Rollbacks.Target target, @Nullable Seen seen) {
    boolean lost =
        seen != null
            && seen.verdict() == Verdict.GONE
            && target.verifiedAt().filter(at -> at.isAfter(seen.at())).isEmpty();
    return new RollbackView(
        place.kind(),
        place.id(),
        place.name(),
        place.now().provider().key(),
        place.now().model(),
        place.before().orElseThrow().model(),
        place.before().orElseThrow().provider().key(),
        target.check().findObjection().isEmpty() && !lost,
        lost
            ? "%s did not answer: %s".formatted(place.before().orElseThrow().model(), seen.words())
            : target.check().sentence(),
        target.end().map(end -> end.minusDays(1)).orElse(null),
        target.verifiedAt().orElse(null),
        seen == null ? null : LookView.of(seen));
  }
}
