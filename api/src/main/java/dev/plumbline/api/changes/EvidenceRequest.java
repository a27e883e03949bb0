package dev.plumbline.api.changes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.change.EvidenceLink;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to attach evidence; the document itself stays where it is. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "NewEvidence")
public record EvidenceRequest(
    @Schema(examples = "evaluation of 2026-12-01") @Nullable String name,
    @Schema(description = "an http or https address") @Nullable String link,
    @Schema(description = "64 lower-case hex digits") @Nullable String sha256,
    @Nullable String note) {

  private static final int LONGEST_LINK = 2000;

  public EvidenceLink toEvidence() {
    String called = Given.name("name", name);
    Optional<String> address = Given.textIfAny("link", link);
    if (address.filter(text -> text.length() > LONGEST_LINK).isPresent()) {
      throw Input.refused("link", "longer than %d characters".formatted(LONGEST_LINK));
    }
    Optional<String> said = Given.textIfAny("note", note);
    Optional<String> hash = Given.nameIfAny("sha256", sha256);
    Input.read(
        "link",
        () -> new EvidenceLink(called, address, Optional.empty(), said)); // names the right field
    return Input.read("sha256", () -> new EvidenceLink(called, address, hash, said));
  }
}
