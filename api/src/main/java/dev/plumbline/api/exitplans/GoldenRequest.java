package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.changes.Given;
import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.change.Person;
import dev.plumbline.lifecycle.exit.GoldenSet;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Recorded answers: how many, their hash and the day; no prompt is ever sent here. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewGoldenSet",
    examples =
        """
        {"count":120,"wanted":120,"recorded_on":"2026-11-21",
         "sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}""")
record GoldenRequest(
    @Schema(description = "recorded answers") @Nullable Integer count,
    @Schema(description = "answers that the plan needs; as many as recorded when absent")
        @Nullable Integer wanted,
    @Schema(description = "of the file, 64 lower-case hex digits") @Nullable String sha256,
    @Schema(description = "today when absent") @Nullable LocalDate recordedOn,
    @Schema(description = "to go on without a complete set: why; needs waive_until too")
        @Nullable String waiveReason,
    @Schema(description = "first day on which the waiver no longer holds")
        @Nullable LocalDate waiveUntil) {

  boolean isWaiver() {
    return waiveUntil != null;
  }

  GoldenSet toGoldenSet(Supplier<Person> by, LocalDate today) {
    if (isWaiver()) {
      return new GoldenSet.Waived(by.get(), Given.text("waive_reason", waiveReason), waiveUntil);
    }
    if (count == null || count < 1) {
      throw Input.refused("count", "how many answers were recorded?");
    }
    LocalDate day = recordedOn == null ? today : recordedOn;
    if (day.isAfter(today)) {
      throw Input.refused("recorded_on", "lies in the future");
    }
    int needed = wanted == null ? count : wanted;
    if (needed < 1) {
      throw Input.refused("wanted", "a number from 1");
    }
    String hash = Given.name("sha256", sha256);
    return Input.read("sha256", () -> new GoldenSet.Recorded(count, needed, hash, day));
  }
}
