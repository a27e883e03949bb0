package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Entries by day. */
@Schema(name = "CalendarEntries")
@JsonNaming(SnakeCaseStrategy.class)
public record EntryPage(
    List<EntryView> entries,
    int total,
    @Schema(description = "how each provider of these entries sees your organisation")
        List<CustomerClassView> customerClasses,
    @Schema(description = "give it as after for the rest; null on the last page")
        @Nullable UUID next) {

  public EntryPage {
    entries = List.copyOf(entries);
    customerClasses = List.copyOf(customerClasses);
  }
}
