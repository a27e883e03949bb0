package dev.plumbline.api.syncs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.sync.ListedDate;
import dev.plumbline.lifecycle.sync.PresenceForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model that an account lists or listed. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProviderModel")
public record ProviderModelView(
    String model,
    @Schema(description = "listed, missing, unlisted_alive, gone or listed_dead") String presence,
    @Schema(description = "known, no_access or unknown: what lies over the presence") String access,
    @Schema(description = "of missing and listed_dead: complete lists without it") int polls,
    @Nullable Instant presenceAt,
    @Nullable String stage,
    @Schema(description = "from when it cannot be called") @Nullable LocalDate inferenceEnd,
    @Schema(description = "from when nothing can be trained on it")
        @Nullable LocalDate trainingEnd) {

  static ProviderModelView of(SyncStateRepository.ModelRow row) {
    PresenceForm form = PresenceForm.of(row.tracked().presence());
    return new ProviderModelView(
        row.model().id(),
        form.label().name().toLowerCase(Locale.ROOT),
        row.tracked().access().name().toLowerCase(Locale.ROOT),
        form.polls(),
        form.at().orElse(null),
        row.model().stage().orElse(null),
        row.model().inferenceEnd().map(ListedDate::day).orElse(null),
        row.model().trainingEnd().map(ListedDate::day).orElse(null));
  }
}
