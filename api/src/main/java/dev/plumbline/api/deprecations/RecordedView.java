package dev.plumbline.api.deprecations;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the audit trail keeps of a recording. */
@JsonNaming(SnakeCaseStrategy.class)
record RecordedView(int observations, List<Said> first, List<Change> events) {

  /** Enough to see what it was about; the rows themselves are never deleted. */
  private static final int SHOWN = 50;

  @JsonNaming(SnakeCaseStrategy.class)
  record Said(
      String provider,
      String subject,
      String model,
      String clock,
      @Nullable LocalDate day,
      String certainty,
      String source) {

    static Said of(DateClaim claim) {
      return new Said(
          claim.subject().provider().key(),
          claim.subject().kind().name().toLowerCase(Locale.ROOT),
          claim.subject().name(),
          claim.clock().name().toLowerCase(Locale.ROOT),
          claim.date().orElse(null),
          claim.certainty().name().toLowerCase(Locale.ROOT),
          claim.source().name());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Change(String kind, String model, @Nullable LocalDate before, @Nullable LocalDate now) {

    static Change of(DateEvent event) {
      return new Change(
          event.kind(), event.model(), event.before().orElse(null), event.now().orElse(null));
    }
  }

  static RecordedView of(Collection<DateClaim> added, Collection<DateEvent> events) {
    return new RecordedView(
        added.size(),
        added.stream().limit(SHOWN).map(Said::of).toList(),
        events.stream().limit(SHOWN).map(Change::of).toList());
  }
}
