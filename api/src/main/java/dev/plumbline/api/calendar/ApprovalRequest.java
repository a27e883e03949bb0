package dev.plumbline.api.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The approval of what was looked at. */
@Schema(name = "CalendarApproval")
record ApprovalRequest(
    @Schema(description = "of the proposal", examples = "0a1b2c3d4e5f6071")
        @Nullable String diff) {}
