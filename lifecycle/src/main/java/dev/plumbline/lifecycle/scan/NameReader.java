package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which model a token names: the whole of it, or what stands behind a router or a key. */
final class NameReader {

  /** Words before a name that say who serves it, or only that a model follows. */
  private static final Set<String> ROUTERS =
      Set.of(
          "openai",
          "azure",
          "azure_ai",
          "azureopenai",
          "mistral",
          "mistralai",
          "bedrock",
          "vertex_ai",
          "vertexai",
          "google_vertexai",
          "google_genai",
          "google",
          "googleai",
          "gemini",
          "anthropic",
          "cohere",
          "openrouter",
          "litellm",
          "litellm_proxy",
          "text-completion-openai",
          "models",
          "model",
          "openai-chat",
          "chat",
          "converse",
          "default");

  /** What ModelNames itself understands before a slash. */
  private static final Map<String, Provider> WHOSE =
      Map.of(
          "azure", Provider.AZURE,
          "azure_ai", Provider.AZURE,
          "azureopenai", Provider.AZURE,
          "vertex_ai", Provider.GOOGLE_VERTEX,
          "vertexai", Provider.GOOGLE_VERTEX,
          "google_vertexai", Provider.GOOGLE_VERTEX,
          "gemini", Provider.GOOGLE_GEMINI_API,
          "google_genai", Provider.GOOGLE_GEMINI_API,
          "openai", Provider.OPENAI,
          "bedrock", Provider.BEDROCK);

  private static final Pattern METHOD =
      Pattern.compile(
          ":(?:generateContent|streamGenerateContent|countTokens|predict|rawPredict"
              + "|streamRawPredict|embedContent|batchEmbedContents)$");

  /** Where an address of an interface, not of a document, names a model. */
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(?:/v1[a-z0-9]*/.*models/|amazonaws\\.com/model/)([^/?#]+)");

  private static final Pattern LOOKS_LIKE_A_NAME =
      Pattern.compile(
          "(?:ft:[a-z0-9][A-Za-z0-9._-]*:[A-Za-z0-9._:-]*"
              + "|(?:gpt-[0-9]|chatgpt-[0-9a-z]|o[134]-(?:mini|pro|preview|20)|claude-(?:[0-9]|opus-"
              + "|sonnet-|haiku-|instant-)|gemini-[0-9]|text-embedding-|dall-e-[0-9]"
              + "|(?:mistral|open-mistral|open-mixtral|ministral|codestral|magistral|devstral|pixtral"
              + "|voxtral)-(?:large|medium|small|tiny|nemo|mini|latest|[0-9]))[A-Za-z0-9.-]*)"
              + "(?:@[0-9]+)?");

  private static final Pattern FILE_NAME = Pattern.compile(".*\\.[A-Za-z]{1,5}[0-9]?");
  private static final Pattern BEDROCK_VERSION = Pattern.compile(".*-v[0-9]+(?::[0-9a-z]+){0,2}");
  private static final int MOST_REMEMBERED = 20_000;

  private final ModelNames names;
  private final Map<String, Optional<NamedModel>> remembered = new ConcurrentHashMap<>();

  NameReader(ModelNames names) {
    this.names = names;
  }

  /** The same name at another provider; empty when that provider does not list it. */
  Optional<ModelId> at(Provider provider, String router, String name) {
    return names
        .parse(router + "/" + name)
        .match(Optional::of, none -> Optional.<ModelId>empty())
        .filter(model -> model.provider().equals(provider));
  }

  Optional<NamedModel> read(Token token) {
    if (!token.isWhole()) {
      return Optional.empty();
    }
    if (token.isAddress()) {
      return inAddress(token.text());
    }
    Optional<NamedModel> before = remembered.get(token.text());
    if (before != null) {
      return before;
    }
    Optional<NamedModel> name = named(token.text());
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(token.text(), name);
    }
    return name;
  }

  private Optional<NamedModel> inAddress(String address) {
    Matcher found = IN_ADDRESS.matcher(address);
    return found.find()
        ? named(found.group(1)).map(name -> name.at(found.start(1)))
        : Optional.empty();
  }

  private Optional<NamedModel> named(String token) {
    String text = METHOD.matcher(token).replaceFirst("");
    return parsed(text)
        .map(model -> new NamedModel(text, 0, Optional.of(model), text.contains("/")))
        .or(() -> behindDefault(text))
        .or(() -> behindRouter(text))
        .or(() -> unlisted(text));
  }

  /** {@code ${MODEL:-gpt-4o}} of shells. */
  private Optional<NamedModel> behindDefault(String text) {
    int mark = text.indexOf(":-");
    return mark < 0 ? Optional.empty() : named(text.substring(mark + 2)).map(n -> n.at(mark + 2));
  }

  private Optional<NamedModel> behindRouter(String text) {
    int cut = firstCut(text);
    if (cut <= 0 || cut + 1 >= text.length()) {
      return Optional.empty();
    }
    String word = text.substring(0, cut).toLowerCase(Locale.ROOT);
    if (!ROUTERS.contains(word) && !Wording.isModel(word)) {
      return Optional.empty();
    }
    return named(text.substring(cut + 1)).map(name -> served(word, text, name.at(cut + 1)));
  }

  private NamedModel served(String word, String text, NamedModel name) {
    Provider provider = WHOSE.get(word);
    if (provider == null || name.isRouted() || name.model().isEmpty()) {
      return name;
    }
    String router = provider.equals(Provider.GOOGLE_VERTEX) ? "vertex_ai" : word(provider);
    return at(provider, router, name.written())
        .map(
            model ->
                new NamedModel(
                    text.substring(name.offset() - word.length() - 1),
                    name.offset() - word.length() - 1,
                    Optional.of(model),
                    true))
        .orElse(name);
  }

  private static String word(Provider provider) {
    return provider.equals(Provider.GOOGLE_GEMINI_API) ? "gemini" : provider.key();
  }

  private static int firstCut(String text) {
    int slash = text.indexOf('/');
    int colon = text.indexOf(':');
    return slash < 0 || (colon >= 0 && colon < slash) ? colon : slash;
  }

  private Optional<ModelId> parsed(String text) {
    return names
        .parse(text)
        .match(Optional::of, none -> Optional.<ModelId>empty())
        .filter(model -> isModel(model, text));
  }

  /** Jobs are no models, and {@code openai.chat} only has the form of a Bedrock name. */
  private static boolean isModel(ModelId model, String text) {
    if (model.kind() == ModelKind.JOB) {
      return false;
    }
    return !model.provider().equals(Provider.BEDROCK)
        || model.kind() != ModelKind.BASE_SNAPSHOT
        || text.startsWith("arn:")
        || BEDROCK_VERSION.matcher(text).matches();
  }

  private static Optional<NamedModel> unlisted(String text) {
    boolean looksLike =
        LOOKS_LIKE_A_NAME.matcher(text).matches() && !FILE_NAME.matcher(text).matches();
    return looksLike
        ? Optional.of(new NamedModel(text, 0, Optional.empty(), false))
        : Optional.empty();
  }
}
