package dev.plumbline.api.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an import is not taken. */
@Schema(name = "CalendarRefusal")
record RefusalRequest(@Schema(examples = "the page was saved half") @Nullable String reason) {}
