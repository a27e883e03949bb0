package dev.plumbline.api.exitplans;

import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.exitplans.PlanDocument.KeyedCandidate;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.exit.successor.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ways out to begin with, by what sources say: the base elsewhere, the replacement that is named,
 * and to stop. People add those that nobody can know, such as another base that they trust.
 */
record Proposals(DeprecationCalendar calendar, CustomerClasses classes, ModelId model) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:@_-]*");
  private static final List<Provider> ELSEWHERE =
      List.of(
          Provider.AZURE,
          Provider.OPENAI,
          Provider.GOOGLE_VERTEX,
          Provider.BEDROCK,
          Provider.MISTRAL);

  List<KeyedCandidate> all() {
    List<CandidateFacts> found = new ArrayList<>();
    model
        .base()
        .ifPresent(
            base ->
                ELSEWHERE.stream()
                    .filter(provider -> !provider.equals(model.provider()))
                    .filter(provider -> isTunedThere(provider, base))
                    .forEach(
                        provider ->
                            found.add(facts(Route.SAME_BASE_ELSEWHERE, provider.key(), base))));
    replacement()
        .ifPresent(
            name -> found.add(facts(Route.NEWER_BASE_WITH_PROMPT, model.provider().key(), name)));
    found.add(facts(Route.STOP, null, null));
    return keyed(found);
  }

  private static List<KeyedCandidate> keyed(List<CandidateFacts> found) {
    List<KeyedCandidate> keyed = new ArrayList<>();
    found.forEach(facts -> keyed.add(new KeyedCandidate("c" + (keyed.size() + 1), facts)));
    return keyed;
  }

  /** Fine-tunes of the same base have a stated end of service there. */
  private boolean isTunedThere(Provider provider, String base) {
    var there = LifespanQuestion.ofBase(provider, base, classes.circumstances(provider));
    return calendar.lifespanOf(there).trainingEnd().findKnown().isPresent();
  }

  private Optional<String> replacement() {
    return calendar
        .lifespanOf(model, classes.of(model.provider()))
        .inferenceEnd()
        .findKnown()
        .flatMap(ClockEnd.Known::replacement)
        .map(words -> words.split(" ", 2)[0])
        .filter(name -> NAME.matcher(name).matches());
  }

  private static CandidateFacts facts(
      Route route, @Nullable String provider, @Nullable String name) {
    return new CandidateFacts(
        route.label(),
        provider,
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
