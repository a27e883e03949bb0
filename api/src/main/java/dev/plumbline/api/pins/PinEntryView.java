package dev.plumbline.api.pins;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.ConsumerPin;
import dev.plumbline.api.models.PinView;
import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.lifecycle.registry.Pin;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pin in a list: who it is of, and what an alias meant at its last moment. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PinEntry")
record PinEntryView(
    @JsonUnwrapped PinView pin,
    String application,
    String environment,
    @Schema(description = "what an alias means now, or meant when the pin ended")
        @Nullable String resolvesTo,
    @Schema(description = "whether sources leave a doubt about that") @Nullable Boolean uncertain) {

  static PinEntryView of(ConsumerPin pin, Application application, Instant now) {
    Optional<AliasTarget> meaning = meaning(pin.pin(), now);
    return new PinEntryView(
        PinView.of(pin),
        application.name(),
        application.environment(),
        meaning.map(AliasTarget::snapshot).orElse(null),
        meaning.map(AliasTarget::uncertain).orElse(null));
  }

  private static Optional<AliasTarget> meaning(Pin pin, Instant now) {
    Instant moment = pin.until().map(end -> end.minusMillis(1)).orElse(now);
    return Aliases.bundled().targetAt(pin.target().provider(), pin.target().model(), moment);
  }

  /** Whose pin it is, in the words of a list. */
  record Application(String name, String environment) {}
}
