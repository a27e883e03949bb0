package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.util.Optional;

/**
 * A function that a model may call.
 *
 * @param description empty when the request has none
 * @param parameters JSON schema of the arguments; empty when the function takes none
 */
public record ToolDefinition(String name, String description, Optional<JsonObject> parameters) {

  public ToolDefinition {
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(parameters, "parameters");
  }
}
