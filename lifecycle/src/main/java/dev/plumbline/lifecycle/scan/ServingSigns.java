package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.model.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who serves the models that a file names, by what else it says. The same name has other dates at
 * Azure and at Vertex, so a sign is followed, and without one who made the model is meant.
 */
final class ServingSigns {

  private static final List<String> AZURE =
      List.of(
          "azureopenai",
          "azure_openai",
          "azure-openai",
          "azurechatopenai",
          "azure.openai",
          "azurerm_cognitive",
          "microsoft.cognitiveservices",
          "openai.azure.com",
          "services.ai.azure.com",
          "azure_deployment",
          "azure_endpoint",
          "azure.ai.openai",
          "azure-ai-openai",
          "azure_ai");
  private static final List<String> VERTEX =
      List.of("vertexai", "vertex_ai", "vertex-ai", "aiplatform");
  private static final List<String> OPENAI =
      List.of("openai(", "api.openai.com", "openai_api_key", "openai_model", "openai.chat");

  private final Optional<Provider> inFile;

  ServingSigns(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    boolean azure = hasAzure(lower);
    boolean both = azure && has(withoutSigns(lower), OPENAI);
    if (azure) {
      inFile = both ? Optional.empty() : Optional.of(Provider.AZURE);
    } else {
      inFile = has(lower, VERTEX) ? Optional.of(Provider.GOOGLE_VERTEX) : Optional.empty();
    }
  }

  /** A sign in the same line comes before those of the rest. */
  Optional<Provider> of(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (hasAzure(lower)) {
      return Optional.of(Provider.AZURE);
    }
    if (has(lower, OPENAI)) {
      return Optional.of(Provider.OPENAI);
    }
    return has(lower, VERTEX) ? Optional.of(Provider.GOOGLE_VERTEX) : inFile;
  }

  private static String withoutSigns(String lower) {
    String rest = lower;
    for (String sign : AZURE) {
      rest = rest.replace(sign, "");
    }
    return rest;
  }

  /** Most texts have neither word, and one look for each is cheap. */
  private static boolean hasAzure(String lower) {
    return (lower.contains("azure") || lower.contains("cognitive")) && has(lower, AZURE);
  }

  private static boolean has(String lower, List<String> signs) {
    return signs.stream().anyMatch(lower::contains);
  }
}
