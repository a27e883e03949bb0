package dev.plumbline.pricing.dataset;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.tokens.ToolDefinition;
import java.util.List;
import java.util.Optional;

/**
 * The tools of a row. Rows of a file mostly share them, so they are read, rendered and counted
 * once.
 *
 * @param rendered tokens of the rendering; zero without tools
 * @param fingerprint tells different lists of tools apart
 */
record ToolSet(List<ToolDefinition> tools, TokenCount rendered, long fingerprint) {

  static final ToolSet NONE = new ToolSet(List.of(), TokenCount.ZERO, 0);

  ToolSet {
    tools = List.copyOf(tools);
  }

  boolean isEmpty() {
    return tools.isEmpty();
  }

  Optional<ToolDefinition> find(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }
}
