package dev.plumbline.api.syncs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which account is asked, and whether what it tells is kept. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "SyncRequest", examples = "{\"dry_run\":true}")
record SyncRequest(
    @Schema(description = "an account's id; absent for all that are not disabled")
        @Nullable String account,
    @Schema(description = "true to see what would change; nothing is kept")
        @Nullable Boolean dryRun) {}
