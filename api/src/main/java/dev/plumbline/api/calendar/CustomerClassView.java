package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a provider sees the organisation, which decides until when it can train there. */
@Schema(name = "CustomerClass")
@JsonNaming(SnakeCaseStrategy.class)
public record CustomerClassView(
    String provider,
    @Schema(description = "never_tuned, tuned_but_idle or active", examples = "active")
        String customer,
    @Schema(description = "whether that is not known and only assumed") boolean assumed,
    @Schema(description = "why it is known or not") String reason) {

  /** Of the providers whose ends of training are among the entries. */
  static List<CustomerClassView> of(Collection<CalendarEntry> entries, CustomerClasses classes) {
    return entries.stream()
        .filter(entry -> entry.clock() == LifeClock.TRAINING)
        .map(entry -> entry.question().model().provider())
        .distinct()
        .sorted()
        .map(provider -> of(provider, classes))
        .toList();
  }

  private static CustomerClassView of(Provider provider, CustomerClasses classes) {
    return new CustomerClassView(
        provider.key(),
        Labels.of(classes.of(provider)),
        classes.isAssumed(provider),
        classes.reason(provider));
  }

  /** The class in words. */
  public String words() {
    return switch (customer) {
      case "never_tuned" -> "has never tuned there";
      case "tuned_but_idle" -> "has tuned there, but called no fine-tune lately";
      default -> "tunes and calls fine-tunes there";
    };
  }
}
