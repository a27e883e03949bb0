package dev.plumbline.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.ModelInUse;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Criticality;
import dev.plumbline.lifecycle.registry.StateKind;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model that somebody here depends on, registered or a provider's own. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ModelInUse")
record InUseView(
    String provider,
    String model,
    @Schema(description = "absent for what is not in the registry") @Nullable UUID id,
    @Nullable String base,
    @Nullable String state,
    @Nullable String environment,
    @Nullable String owner,
    @Nullable String contact,
    int consumers,
    @Schema(description = "of the most critical application") @Nullable String criticality,
    EndView inferenceEnd) {

  static InUseView of(ModelInUse used, EndView end) {
    return new InUseView(
        used.provider().key(),
        used.model(),
        used.id().orElse(null),
        used.base().orElse(null),
        used.state().map(StateKind::label).orElse(null),
        used.environment().map(Environment::label).orElse(null),
        used.owner().orElse(null),
        used.ownerContact().orElse(null),
        used.consumers(),
        used.criticality().map(Criticality::label).orElse(null),
        end);
  }
}
