package dev.plumbline.lifecycle.deprecation;

import static dev.plumbline.core.model.Provider.AZURE;
import static dev.plumbline.core.model.Provider.BEDROCK;
import static dev.plumbline.core.model.Provider.COHERE;
import static dev.plumbline.core.model.Provider.GOOGLE_VERTEX;
import static dev.plumbline.core.model.Provider.MISTRAL;
import static dev.plumbline.core.model.Provider.OPENAI;
import static dev.plumbline.lifecycle.deprecation.LifeClock.INFERENCE;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Until when a model can be called. For a fine-tune the first rule that matches decides. */
final class InferenceRules {

  /** One rule; empty when it does not match. */
  private interface Rule {
    Optional<ClockEnd> end(ClaimIndex claims, AskedModel asked);
  }

  private static final Rule EXPLICIT_ID_DATE =
      (claims, asked) ->
          known(claims.believed(asked, INFERENCE, Kind.FINE_TUNE, ShutdownRule.EXPLICIT_ID_DATE));

  private static final Rule FAMILY_ROW =
      (claims, asked) ->
          known(claims.believed(asked, INFERENCE, Kind.FAMILY, ShutdownRule.FAMILY_ROW));

  /** A row about the fine-tunes of exactly one base; Azure's own table is its policy. */
  private static final Rule ROW_OF_ONE_BASE =
      (claims, asked) ->
          asked.provider().equals(AZURE)
              ? Optional.empty()
              : known(claims.believed(asked, INFERENCE, Kind.TUNED, ShutdownRule.FAMILY_ROW));

  private static final Rule NOT_AFFECTED =
      (claims, asked) ->
          claims.has(asked, INFERENCE, Kind.NOT_AFFECTED)
              ? Optional.of(
                  new ClockEnd.Unknown(
                      ShutdownRule.ANNOUNCEMENT_TEXT,
                      "the announcement says that fine-tunes are not affected: watch it"))
              : Optional.empty();

  private static final Rule FOLLOWS_BASE =
      (claims, asked) ->
          claims.has(asked, INFERENCE, Kind.FOLLOWS_BASE)
              ? known(base(claims, asked, ShutdownRule.ANNOUNCEMENT_TEXT))
              : Optional.empty();

  private static final Rule POLICY =
      (claims, asked) ->
          Optional.ofNullable(InferenceRules.POLICIES.get(asked.provider()))
              .flatMap(policy -> policy.end(claims, asked));

  private static final Rule ENDS_WITH_ITS_BASE =
      (claims, asked) -> known(base(claims, asked, ShutdownRule.PROVIDER_POLICY));

  private static final Rule PRESUMABLY_ENDS_WITH_ITS_BASE =
      (claims, asked) ->
          base(claims, asked, ShutdownRule.PROVIDER_POLICY)
              .map(end -> end.inferred(end.end().value(), ShutdownRule.PROVIDER_POLICY));

  private static final Rule OWN_TABLE =
      (claims, asked) ->
          known(claims.believed(asked, INFERENCE, Kind.TUNED, ShutdownRule.PROVIDER_POLICY));

  private static final Rule ENDED_FOR_ALL =
      (claims, asked) ->
          known(claims.believed(asked, INFERENCE, Kind.GATE, ShutdownRule.PROVIDER_POLICY));

  /** What each provider does with its fine-tunes. Azure never follows OpenAI's dates. */
  private static final Map<Provider, Rule> POLICIES =
      Map.of(
          OPENAI, ENDS_WITH_ITS_BASE,
          AZURE, OWN_TABLE,
          BEDROCK, ENDS_WITH_ITS_BASE,
          COHERE, ENDED_FOR_ALL,
          GOOGLE_VERTEX, PRESUMABLY_ENDS_WITH_ITS_BASE,
          MISTRAL, PRESUMABLY_ENDS_WITH_ITS_BASE);

  private static final List<Rule> OF_A_FINE_TUNE =
      List.of(EXPLICIT_ID_DATE, FAMILY_ROW, ROW_OF_ONE_BASE, NOT_AFFECTED, FOLLOWS_BASE, POLICY);

  private final ClaimIndex claims;

  InferenceRules(ClaimIndex claims) {
    this.claims = claims;
  }

  ClockEnd endOf(AskedModel asked) {
    return asked.isTuned() ? endOfTuned(asked) : endOfBase(asked);
  }

  Optional<ClockEnd.Known> findEndOfBase(AskedModel asked) {
    return base(claims, asked, ShutdownRule.OWN_ROW);
  }

  private ClockEnd endOfBase(AskedModel asked) {
    return findEndOfBase(asked)
        .map(ClockEnd.class::cast)
        .orElseGet(
            () ->
                ClockEnd.unknown(
                    "no source of %s states an end of %s"
                        .formatted(asked.provider(), asked.model())));
  }

  private ClockEnd endOfTuned(AskedModel asked) {
    return OF_A_FINE_TUNE.stream()
        .flatMap(rule -> rule.end(claims, asked).stream())
        .findFirst()
        .orElseGet(() -> ClockEnd.unknown(whyUnknown(asked)));
  }

  private static String whyUnknown(AskedModel asked) {
    return asked.baseNames().isEmpty()
        ? "the name does not say its base: read it from the API of " + asked.provider()
        : "no source of %s states when fine-tunes of %s end"
            .formatted(asked.provider(), asked.baseNames().get(0));
  }

  private static Optional<ClockEnd.Known> base(
      ClaimIndex claims, AskedModel asked, ShutdownRule rule) {
    return claims.believed(asked, INFERENCE, Kind.BASE, rule);
  }

  private static Optional<ClockEnd> known(Optional<ClockEnd.Known> end) {
    return end.map(ClockEnd.class::cast);
  }
}
