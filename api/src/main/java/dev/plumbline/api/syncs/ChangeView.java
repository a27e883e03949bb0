package dev.plumbline.api.syncs;

import dev.plumbline.lifecycle.sync.SyncChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One difference, for people. */
@Schema(name = "SyncChange")
public record ChangeView(
    @Schema(examples = "ft:gpt-4o-2024-08-06:acme::AbCdEfGh") String subject,
    @Schema(examples = "ends 2027-01-14, before without a date") String words) {

  static ChangeView of(SyncChange change) {
    return new ChangeView(change.subject(), change.words());
  }
}
