package dev.plumbline.lifecycle.scan;

import java.util.List;
import java.util.Locale;

/** What the names of variables, keys and functions say. */
final class Wording {

  private static final List<String> MODEL = List.of("model", "engine", "llm");
  private static final List<String> DEPLOYMENT = List.of("deployment");
  private static final List<String> PROVIDER =
      List.of(
          "openai",
          "anthropic",
          "claude",
          "gemini",
          "gpt",
          "mistral",
          "cohere",
          "bedrock",
          "vertex",
          "embed",
          "whisper",
          "completion");
  private static final List<String> TUNING =
      List.of("fine_tun", "fine-tun", "finetun", "tuning", "customization");
  private static final List<String> COMPARISON =
      List.of(
          "equals",
          "startswith",
          "endswith",
          "includes",
          "contains",
          "hasprefix",
          "indexof",
          "equalsignorecase",
          "has",
          "match",
          "matches",
          "assertequal",
          "assertequals",
          "is_in",
          "hassuffix",
          "include?",
          "start_with?");

  private Wording() {}

  /** A name that says outright that its value is a model. */
  static boolean isModel(String name) {
    return has(name, MODEL) || isDeployment(name);
  }

  static boolean isDeployment(String name) {
    return has(name, DEPLOYMENT);
  }

  /** A name that says whose model its value may be. */
  static boolean isAboutModels(String name) {
    return isModel(name) || has(name, PROVIDER);
  }

  static boolean isAboutTuning(String text) {
    return has(text, TUNING);
  }

  static boolean isComparison(String function) {
    String last = function.substring(function.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return COMPARISON.contains(last);
  }

  private static boolean has(String name, List<String> parts) {
    String lower = name.toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(lower::contains);
  }
}
