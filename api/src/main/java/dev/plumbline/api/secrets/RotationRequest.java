package dev.plumbline.api.secrets;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a call of the rotation is to do. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "SecretsRotationStep")
record RotationRequest(
    @Schema(
            description =
                "make a new master key in the key file first, unless secrets are left from an earlier"
                    + " rotation; false only goes on")
        boolean newKey) {}
