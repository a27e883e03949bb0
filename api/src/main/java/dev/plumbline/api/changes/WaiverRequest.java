package dev.plumbline.api.changes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.change.ChangeWaiver;
import dev.plumbline.lifecycle.change.Objection;
import dev.plumbline.lifecycle.change.Person;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to answer for an objection until a day. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "NewChangeWaiver")
public record WaiverRequest(
    @Schema(examples = "rollback_ends_soon") @Nullable String objection,
    @Nullable String reason,
    @Schema(description = "first day on which it no longer holds") @Nullable LocalDate expires) {

  ChangeWaiver toWaiver(Person owner) {
    if (expires == null) {
      throw Input.refused("expires", "a waiver needs a day on which it ends");
    }
    Objection wanted =
        Arrays.stream(Objection.values())
            .filter(each -> each.label().equals(objection))
            .findFirst()
            .orElseThrow(() -> Input.refused("objection", "not one of " + labels()));
    return new ChangeWaiver(wanted, owner, Given.text("reason", reason), expires);
  }

  private static String labels() {
    return Arrays.stream(Objection.values())
        .map(Objection::label)
        .collect(Collectors.joining(", "));
  }
}
