package dev.plumbline.api.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.ModelChange;
import dev.plumbline.lifecycle.change.RollbackCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wanted change of model as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ModelChange")
public record ChangeView(
    UUID id,
    @Schema(description = "who asked for it; somebody else decides") String author,
    @Schema(description = "the exit plan that asked for it") @Nullable UUID plan,
    @Schema(description = "the application or deployment") String place,
    NamedView from,
    @Schema(description = "absent when the model is given up") @Nullable NamedView to,
    String reason,
    LocalDate switchDate,
    int rollbackDays,
    @Schema(examples = "pending") String decision,
    RollbackView rollback,
    @Schema(description = "what stands against it today and is not waived") List<String> objections,
    List<EventView> history) {

  /** A model at its provider. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NamedModel")
  public record NamedView(String provider, String model) {

    static NamedView of(ModelId model) {
      return new NamedView(model.provider().key(), model.canonical());
    }
  }

  /** Whether one could go back. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "RollbackCheck")
  public record RollbackView(boolean possible, String reason) {

    static RollbackView of(RollbackCheck check) {
      return new RollbackView(check.findObjection().isEmpty(), check.sentence());
    }
  }

  /** Something that happened. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ModelChangeEvent")
  public record EventView(
      Instant at,
      String by,
      @Schema(examples = "approved") String kind,
      @Nullable EventDetail detail) {}

  static ChangeView of(RecordedChange recorded, RollbackCheck rollback, Instant now) {
    ModelChange change = recorded.change();
    ChangeRequest request = change.request();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new ChangeView(
        recorded.id(),
        change.author().name(),
        recorded.plan().orElse(null),
        request.where(),
        NamedView.of(request.from()),
        request.to().map(NamedView::of).orElse(null),
        request.reason(),
        request.switchDate(),
        request.rollbackDays(),
        label(change.decision()),
        RollbackView.of(rollback),
        change.decision().isPending() ? change.objections(rollback, today) : List.of(),
        history(recorded));
  }

  private static List<EventView> history(RecordedChange recorded) {
    List<EventView> events = new ArrayList<>();
    ModelChange change = recorded.change();
    events.add(new EventView(change.requestedAt(), change.author().name(), "requested", null));
    recorded
        .events()
        .forEach(
            event ->
                events.add(
                    new EventView(
                        event.at(), event.by().name(), event.kind().label(), event.detail())));
    return events;
  }

  private static String label(Decision decision) {
    return decision.match(
        new Decision.Cases<>() {
          @Override
          public String pending() {
            return "pending";
          }

          @Override
          public String approved(Decision.Approved approved) {
            return "approved";
          }

          @Override
          public String refused(Decision.Refused refused) {
            return "refused";
          }

          @Override
          public String withdrawn(Decision.Withdrawn withdrawn) {
            return "withdrawn";
          }
        });
  }
}
