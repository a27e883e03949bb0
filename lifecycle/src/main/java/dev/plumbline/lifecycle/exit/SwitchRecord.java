package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.change.Person;
import java.time.LocalDate;

/** Somebody says since when the successor answers; Plumbline switches nothing itself. */
public record SwitchRecord(LocalDate on, Person by, String note) {

  public SwitchRecord {
    requireNonNull(on, "on");
    requireNonNull(by, "by");
    requireNonNull(note, "note");
  }
}
