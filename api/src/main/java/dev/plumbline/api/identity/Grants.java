package dev.plumbline.api.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Permissions, and where they hold.
 *
 * @param everywhere in the whole organisation
 * @param inProjects in one project each, by the project's id
 */
public record Grants(Set<String> everywhere, Map<UUID, Set<String>> inProjects) {

  public Grants {
    everywhere = Set.copyOf(everywhere);
    inProjects =
        inProjects.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
  }

  public static Grants everywhere(Set<String> permissions) {
    return new Grants(permissions, Map.of());
  }

  /**
   * Whether the permission holds anywhere; what an endpoint asks before its use case looks closer.
   */
  public boolean anywhere(String permission) {
    return everywhere.contains(permission)
        || inProjects.values().stream().anyMatch(each -> each.contains(permission));
  }

  /** Whether it holds for a thing of that project, or of the whole organisation when empty. */
  public boolean holds(String permission, Optional<UUID> project) {
    return everywhere.contains(permission)
        || project
            .map(id -> inProjects.getOrDefault(id, Set.of()).contains(permission))
            .orElse(false);
  }

  /** Whether all of these permissions hold there: nobody gives away more than they have. */
  public boolean cover(Set<String> permissions, Optional<UUID> project) {
    return permissions.stream().allMatch(each -> holds(each, project));
  }
}
