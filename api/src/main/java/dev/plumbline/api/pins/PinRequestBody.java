package dev.plumbline.api.pins;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.ConsumerPin;
import dev.plumbline.api.models.PinPlace;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.registry.Given;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to pin an application to a model, or to ask whether it may. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewPin",
    examples =
        """
        {"consumer":"00000000-0000-0000-0000-000000000042","model":"gpt-4o-2024-08-06"}""")
record PinRequestBody(
    @Schema(description = "id of the application") @Nullable String consumer,
    @Schema(description = "the purpose; default when absent") @Nullable String slot,
    @Schema(description = "absent where the name says it") @Nullable String provider,
    @Schema(description = "a snapshot, an alias or a fine-tune") @Nullable String model,
    @Schema(description = "what to go back to; what is called now when absent")
        @Nullable String rollback) {

  private static final int LONGEST_SLOT = 100;
  private static final int LONGEST_MODEL = 1024;
  private static final ModelNames NAMES = ModelNames.bundled();

  PinWish toWish() {
    PinPlace place = place(consumer, slot);
    ModelKey target = key("model", Given.text("model", model, LONGEST_MODEL));
    Optional<ModelKey> back =
        Given.textIfAny("rollback", rollback, LONGEST_MODEL).map(name -> key("rollback", name));
    if (back.filter(target::equals).isPresent()) {
      throw Input.refused("rollback", "a model cannot be its own rollback target");
    }
    return new PinWish(place, target, back);
  }

  static PinPlace place(@Nullable String consumer, @Nullable String slot) {
    return new PinPlace(
        Given.id("consumer", consumer),
        Given.textIfAny("slot", slot, LONGEST_SLOT).orElse(ConsumerPin.DEFAULT_SLOT));
  }

  private ModelKey key(String field, String name) {
    Provider served =
        provider == null || provider.isBlank() ? ofName(field, name) : Given.provider(provider);
    return Input.read(field, () -> new ModelKey(served, name));
  }

  private static Provider ofName(String field, String name) {
    return NAMES
        .parse(name)
        .match(
            ModelId::provider,
            none -> {
              throw Input.refused(field, none.reason() + "; or say the provider");
            });
  }
}
