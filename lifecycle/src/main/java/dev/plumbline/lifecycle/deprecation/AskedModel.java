package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.model.KnownModel;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question with the names under which the tables may know its base: as written, in the provider's
 * own spelling, and as the snapshot behind an alias.
 */
record AskedModel(LifespanQuestion question, List<String> baseNames) {

  /** Bedrock's fine-tunes add the context length: {@code meta.llama2-70b-v1:0:4k}. */
  private static final Pattern CONTEXT_LENGTH = Pattern.compile("^([^:]+:[^:]+):[^:]+$");

  static AskedModel of(LifespanQuestion question, KnownModels known) {
    Set<String> names = new LinkedHashSet<>();
    written(question.model())
        .ifPresent(
            base -> {
              String own = ownSpelling(question.model().provider(), base);
              names.add(own);
              known
                  .find(question.model().provider(), own)
                  .flatMap(KnownModel::target)
                  .ifPresent(names::add);
            });
    return new AskedModel(question, List.copyOf(names));
  }

  /** A base keeps its alias, which can have dates of its own. */
  private static Optional<String> written(ModelId model) {
    return switch (model.kind()) {
      case ALIAS -> Optional.of(model.canonical());
      case BASE_SNAPSHOT, FINE_TUNE, CHECKPOINT, LEGACY_FINE_TUNE, DEPLOYMENT, ARN, JOB ->
          model.base();
    };
  }

  private static String ownSpelling(Provider provider, String base) {
    if (provider.equals(Provider.AZURE)) {
      return base.replace("gpt-3.5-", "gpt-35-");
    }
    return provider.equals(Provider.BEDROCK)
        ? CONTEXT_LENGTH.matcher(base).replaceFirst("$1")
        : base;
  }

  ModelId model() {
    return question.model();
  }

  Provider provider() {
    return question.model().provider();
  }

  /** Bedrock's custom models are tuned too; their names are of a resource. */
  boolean isTuned() {
    return switch (model().kind()) {
      case FINE_TUNE, CHECKPOINT, LEGACY_FINE_TUNE, ARN, DEPLOYMENT, JOB -> true;
      case BASE_SNAPSHOT, ALIAS -> false;
    };
  }
}
