package dev.plumbline.api.changes;

import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.ModelChange;
import dev.plumbline.lifecycle.change.Person;
import java.time.Instant;

/** Something that happened to a request. */
public record ChangeEvent(EventKind kind, Instant at, Person by, EventDetail detail) {

  /** The request after it. */
  ModelChange applyTo(ModelChange change) {
    return switch (kind) {
      case EVIDENCE -> change.with(detail.evidence());
      case WAIVER -> change.with(detail.waiver(by));
      case APPROVED ->
          decided(change, new Decision.Approved(by, at, detail.words(), detail.waived()));
      case REFUSED -> decided(change, new Decision.Refused(by, at, detail.words()));
      case WITHDRAWN -> decided(change, new Decision.Withdrawn(by, at, detail.words()));
    };
  }

  private static ModelChange decided(ModelChange change, Decision decision) {
    return new ModelChange(
        change.request(),
        change.author(),
        change.requestedAt(),
        change.evidence(),
        change.waivers(),
        decision);
  }
}
