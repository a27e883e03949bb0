package dev.plumbline.api.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the audit trail keeps of an alert when a person changes it. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertTrace(String key, String state, int level, @Nullable Instant until) {

  static AlertTrace of(AlertEntity row) {
    return new AlertTrace(row.key().toString(), row.state, row.level, row.stateUntil);
  }
}
