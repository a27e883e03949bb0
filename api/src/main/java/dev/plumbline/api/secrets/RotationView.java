package dev.plumbline.api.secrets;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the secrets of this installation have moved to the current master key. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "SecretsRotation")
record RotationView(
    @Schema(description = "empty when there is no master key yet", examples = "2026-11-21-3fa9c1")
        String currentVersion,
    @Schema(description = "path of the key file as the server sees it, 'settings' or 'none'")
        String keySource,
    @Schema(description = "secrets that this call moved") int rewrapped,
    @Schema(description = "secrets that this call could not open, and left as they are")
        int unreadable,
    @Schema(description = "secrets that are still on another version") long remaining,
    List<Version> versions) {

  /** A master key, and how many secrets need it. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "SecretsRotationVersion")
  record Version(
      String version,
      long secrets,
      @Schema(description = "false when its key is not configured") boolean known) {}

  static RotationView of(
      String source, List<String> known, Map<String, Long> counts, int rewrapped, int unreadable) {
    String current = known.isEmpty() ? "" : known.get(0);
    long others =
        counts.entrySet().stream()
            .filter(each -> !each.getKey().equals(current))
            .mapToLong(Map.Entry::getValue)
            .sum();
    List<Version> versions =
        counts.entrySet().stream()
            .map(each -> new Version(each.getKey(), each.getValue(), known.contains(each.getKey())))
            .toList();
    return new RotationView(current, source, rewrapped, unreadable, others, versions);
  }
}
