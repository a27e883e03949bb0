package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.changes.Given;
import dev.plumbline.api.exitplans.PlanDocument.StoredSwitch;
import dev.plumbline.lifecycle.change.Person;
import dev.plumbline.lifecycle.exit.SwitchRecord;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That people have switched; Plumbline switches nothing. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ExitPlanSwitch")
record SwitchRequest(
    @Schema(description = "first day with the successor; today when absent") @Nullable LocalDate on,
    @Nullable String note) {

  SwitchRecord toRecord(Person by, LocalDate today) {
    return new SwitchRecord(on == null ? today : on, by, Given.textIfAny("note", note).orElse(""));
  }

  StoredSwitch toStored(Person by, LocalDate today) {
    SwitchRecord made = toRecord(by, today);
    return new StoredSwitch(made.on(), Progress.stored(by), made.note());
  }
}
