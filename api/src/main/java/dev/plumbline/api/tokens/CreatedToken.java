package dev.plumbline.api.tokens;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new token with its secret, which is told this one time.
 *
 * @param token all of it, as it is sent after {@code Bearer}
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "CreatedToken")
public record CreatedToken(
    @Schema(description = "shown this once; keep it where secrets are kept") String token,
    @JsonUnwrapped TokenView view) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "CreatedToken[" + view.shown() + "]";
  }
}
