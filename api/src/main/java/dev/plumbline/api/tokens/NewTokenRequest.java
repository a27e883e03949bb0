package dev.plumbline.api.tokens;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.problem.Input;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to make a token. */
@Schema(
    name = "NewToken",
    examples =
        """
        {"name":"nightly import","scopes":["ingest"],"expires_in_days":90}""")
@JsonNaming(SnakeCaseStrategy.class)
public record NewTokenRequest(
    @Nullable String name,
    @Schema(description = "ingest, read, scan, audit, admin") @Nullable List<String> scopes,
    @Schema(description = "restricts it to one project") @Nullable String projectId,
    @Schema(description = "1 to 366, 90 when left out") @Nullable Integer expiresInDays) {

  private static final int MOST_SCOPES = 20;

  public NewToken toNewToken() {
    Set<Scope> wanted = wantedScopes();
    Optional<UUID> project =
        Optional.ofNullable(projectId)
            .map(text -> Input.read("project_id", () -> UUID.fromString(text)));
    Optional<Duration> life = Optional.ofNullable(expiresInDays).map(NewTokenRequest::days);
    return Input.read("name", () -> new NewToken(name == null ? "" : name, wanted, project, life));
  }

  private Set<Scope> wantedScopes() {
    if (scopes == null || scopes.isEmpty() || scopes.size() > MOST_SCOPES) {
      throw Input.refused("scopes", "a token needs a scope, one of " + Scope.labels());
    }
    Set<Scope> wanted = new HashSet<>();
    for (String label : scopes) {
      wanted.add(
          Optional.ofNullable(label)
              .flatMap(Scope::findByLabel)
              .orElseThrow(() -> Input.refused("scopes", "not one of " + Scope.labels())));
    }
    return wanted;
  }

  private static Duration days(int number) {
    if (number < 1 || number > NewToken.LONGEST_LIFE.toDays()) {
      throw Input.refused("expires_in_days", "a token lives for 1 to 366 days");
    }
    return Duration.ofDays(number);
  }
}
