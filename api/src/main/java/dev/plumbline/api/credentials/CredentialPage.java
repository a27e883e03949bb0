package dev.plumbline.api.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the credentials, by name. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CredentialPage")
public record CredentialPage(
    List<CredentialView> credentials,
    @Schema(description = "send it as 'after' for the next page; absent on the last one")
        @Nullable String next) {

  /**
   * @param found up to one more than the limit
   */
  static CredentialPage of(List<CredentialEntity> found, int limit) {
    List<CredentialEntity> shown = found.subList(0, Math.min(limit, found.size()));
    return new CredentialPage(
        shown.stream().map(CredentialView::of).toList(),
        found.size() > limit ? shown.get(limit - 1).name : null);
  }
}
