package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who serves and bills a model. The same model has other prices and other dates elsewhere.
 *
 * @param key canonical lower-case key, for example {@code openai} or {@code google-vertex}
 */
public record Provider(String key) implements Comparable<Provider> {

  // First, because the constants below are checked against it.
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public static final Provider OPENAI = new Provider("openai");
  public static final Provider AZURE = new Provider("azure");
  public static final Provider MISTRAL = new Provider("mistral");
  public static final Provider GOOGLE_VERTEX = new Provider("google-vertex");
  public static final Provider GOOGLE_GEMINI_API = new Provider("google-gemini-api");
  public static final Provider BEDROCK = new Provider("bedrock");
  public static final Provider ANTHROPIC = new Provider("anthropic");
  public static final Provider COHERE = new Provider("cohere");
  public static final Provider TOGETHER = new Provider("together");
  public static final Provider FIREWORKS = new Provider("fireworks");

  /** Spellings of other tools and files for the same provider. */
  private static final Map<String, Provider> SPELLINGS =
      Map.ofEntries(
          Map.entry("azure-openai", AZURE),
          Map.entry("azure-ai", AZURE),
          Map.entry("aws-bedrock", BEDROCK),
          Map.entry("vertex-ai", GOOGLE_VERTEX),
          Map.entry("vertex", GOOGLE_VERTEX),
          Map.entry("gemini", GOOGLE_GEMINI_API),
          Map.entry("together-ai", TOGETHER),
          Map.entry("fireworks-ai", FIREWORKS));

  public Provider {
    requireNonNull(key, "key");
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a provider key: " + key);
    }
  }

  /** Reads any common spelling: {@code azure_openai}, {@code azure-openai} and {@code azure}. */
  public static Provider of(String spelling) {
    String key = spelling.replace('_', '-');
    Provider known = SPELLINGS.get(key);
    return known == null ? new Provider(key) : known;
  }

  @Override
  public int compareTo(Provider other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key;
  }
}
