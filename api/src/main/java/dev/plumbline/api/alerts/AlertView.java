package dev.plumbline.api.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.alert.Escalation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as it is now. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Alert")
public record AlertView(
    UUID id,
    @Schema(description = "the same for ever", examples = "model.ends/openai:gpt-4-0613/inference")
        String key,
    String rule,
    @Schema(description = "open, acknowledged, snoozed or resolved") String state,
    @Schema(description = "info, warning, error or critical") String severity,
    String summary,
    String provider,
    @Schema(description = "in the order in which they are asked") List<String> contacts,
    @Schema(description = "who is asked now; absent when nobody is named") @Nullable String asked,
    @Schema(description = "the day that it is about, UTC") @Nullable LocalDate dueOn,
    String link,
    @Schema(description = "who acknowledged or snoozed it") @Nullable String by,
    @Schema(description = "until when") @Nullable Instant until,
    @Schema(description = "when the next contact is asked") @Nullable Instant escalatesAt,
    @Schema(description = "whether another alert mutes it") boolean muted,
    int revision,
    Instant openedAt,
    Instant changedAt) {

  static AlertView of(AlertEntity row, Instant now) {
    int last = row.contacts.length - 1;
    boolean resolved = row.state.equals("resolved");
    return new AlertView(
        row.id,
        row.key().toString(),
        row.rule,
        row.state,
        row.severity,
        row.summary,
        row.provider,
        List.of(row.contacts),
        last < 0 ? null : row.contacts[Math.min(row.level, last)],
        row.dueOn,
        row.link,
        row.stateBy,
        row.stateUntil,
        Escalation.dueAt(row.alert(), now).orElse(null),
        !row.told && !resolved,
        row.revision,
        row.openedAt,
        row.changedAt);
  }

  /** Some of them, the most urgent first. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "AlertList")
  public record All(List<AlertView> alerts) {}

  /** One with everything that happened to it, the newest first. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "AlertWithHistory")
  public record WithHistory(AlertView alert, List<AlertEventView> history) {}
}
