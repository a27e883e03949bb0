package dev.plumbline.api.scan;

import java.util.List;
import java.util.Optional;

/**
 * The patterns of one file, for the paths below its folder.
 *
 * @param folder path of the folder from the root of the tree; empty for the root
 */
record IgnoreRules(String folder, List<IgnorePattern> patterns) {

  IgnoreRules {
    patterns = List.copyOf(patterns);
  }

  static IgnoreRules of(String folder, List<String> lines) {
    return new IgnoreRules(
        folder, lines.stream().flatMap(line -> IgnorePattern.of(line).stream()).toList());
  }

  /** Whether a path is ignored; empty when no pattern speaks of it. The last that does decides. */
  Optional<Boolean> decide(String path, boolean isFolder) {
    String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(below, isFolder)) {
        return Optional.of(!patterns.get(i).isNegated());
      }
    }
    return Optional.empty();
  }
}
