package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new feed with its addresses, which are shown this once. */
@Schema(name = "CreatedCalendarFeed")
@JsonNaming(SnakeCaseStrategy.class)
public record CreatedFeed(
    @Schema(description = "iCalendar; whoever has it reads it") String calendarUrl,
    @Schema(description = "Atom; whoever has it reads it") String atomUrl,
    FeedView feed) {

  @Override
  public String toString() {
    return "CreatedFeed[" + feed + "]";
  }
}
