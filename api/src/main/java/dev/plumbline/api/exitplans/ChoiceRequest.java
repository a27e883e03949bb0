package dev.plumbline.api.exitplans;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which candidate is wanted, and why. */
@Schema(name = "ExitPlanChoice")
record ChoiceRequest(
    @Schema(description = "key of the candidate", examples = "c1") @Nullable String candidate,
    @Nullable String reason) {}
