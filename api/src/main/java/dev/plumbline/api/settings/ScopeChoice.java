package dev.plumbline.api.settings;

import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A scope to be ticked, with what it is for. */
public record ScopeChoice(String value, String sentence, boolean chosen) {

  /** Those that the caller has somewhere; nobody gives a token more. */
  static List<ScopeChoice> of(Grants grants, List<String> chosen) {
    return Arrays.stream(Scope.values())
        .filter(scope -> isCovered(grants, scope))
        .map(
            scope ->
                new ScopeChoice(scope.label(), sentence(scope), chosen.contains(scope.label())))
        .toList();
  }

  private static boolean isCovered(Grants grants, Scope scope) {
    Set<UUID> projects = grants.inProjects().keySet();
    return grants.cover(scope.permissions(), Optional.empty())
        || projects.stream().anyMatch(id -> grants.cover(scope.permissions(), Optional.of(id)));
  }

  private static String sentence(Scope scope) {
    return switch (scope) {
      case INGEST -> "Sends usage events, and sees nothing.";
      case READ -> "Reads what a viewer sees, and computes.";
      case SCAN -> "Asks about model ids, as a pipeline does.";
      case AUDIT -> "Reads the audit trail and nothing else.";
      case ADMIN -> "May do everything that an administrator may.";
    };
  }
}
