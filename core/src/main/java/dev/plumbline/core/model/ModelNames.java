package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes model names apart: the only place that does.
 *
 * <p>A name is read as it stands: nothing is trimmed, and letter case matters. One router prefix
 * such as {@code openai/} comes off first; in front of a snapshot or alias it also says whose model
 * is meant. Without it {@link KnownModels#ORDER} decides.
 */
public final class ModelNames {

  private static final Map<String, Provider> ROUTER_PREFIXES =
      Map.of(
          "openai", Provider.OPENAI,
          "azure", Provider.AZURE,
          "azure_ai", Provider.AZURE,
          "mistral", Provider.MISTRAL,
          "bedrock", Provider.BEDROCK,
          "vertex_ai", Provider.GOOGLE_VERTEX,
          "gemini", Provider.GOOGLE_GEMINI_API);

  private final KnownModels known;
  private final NameObjections objections;

  public ModelNames(KnownModels known) {
    this.known = requireNonNull(known, "known");
    this.objections = new NameObjections(known);
  }

  /** The grammar over the table of names that ships with Plumbline. */
  public static ModelNames bundled() {
    return new ModelNames(KnownModels.bundled());
  }

  /** The parts of a name, or why the text is none. */
  public ParsedModelName parse(String text) {
    Optional<String> objection = NameObjections.toText(text);
    if (objection.isPresent()) {
      return new NotAModelName(text, objection.get());
    }
    int slash = text.indexOf('/');
    Optional<Provider> router =
        slash < 0
            ? Optional.empty()
            : Optional.ofNullable(ROUTER_PREFIXES.get(text.substring(0, slash)));
    String name = router.isPresent() ? text.substring(slash + 1) : text;
    return byForm(text, name)
        .or(() -> byTable(text, name, router))
        .map(ParsedModelName.class::cast)
        .orElseGet(() -> new NotAModelName(text, objections.toName(name, router)));
  }

  /** The parts of a name of the table, whoever else uses the same name. */
  public ModelId idOf(KnownModel model) {
    return listed(model.name(), model.name(), model);
  }

  private static Optional<ModelId> byForm(String text, String name) {
    for (NameForm form : NameForms.ALL) {
      Optional<ModelId> model = form.read(text, name);
      if (model.isPresent()) {
        return model;
      }
    }
    return Optional.empty();
  }

  private Optional<ModelId> byTable(String text, String name, Optional<Provider> router) {
    if (router.isEmpty()) {
      return known.find(name).map(model -> listed(text, name, model));
    }
    Provider provider = router.get();
    Optional<ModelId> listed = known.find(provider, name).map(model -> listed(text, name, model));
    if (provider.equals(Provider.AZURE)) {
      return listed.or(() -> onAzure(text, name));
    }
    return provider.equals(Provider.BEDROCK)
        ? listed.or(() -> NameForms.BEHIND_BEDROCK.read(text, name))
        : listed;
  }

  /** Azure writes gpt-35 for gpt-3.5, and serves OpenAI's other snapshots under their own names. */
  private Optional<ModelId> onAzure(String text, String name) {
    return known
        .find(Provider.AZURE, name.replace("gpt-3.5-", "gpt-35-"))
        .or(() -> known.find(Provider.OPENAI, name).map(ModelNames::resold))
        .map(model -> listed(text, name, model));
  }

  private static KnownModel resold(KnownModel model) {
    return new KnownModel(
        Provider.AZURE, model.name(), model.kind(), model.target(), model.source());
  }

  private static ModelId listed(String text, String name, KnownModel model) {
    Optional<String> base =
        model.kind() == ModelKind.ALIAS ? model.target() : Optional.of(model.name());
    return new ModelId(
        text,
        name,
        model.provider(),
        model.kind(),
        base,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
