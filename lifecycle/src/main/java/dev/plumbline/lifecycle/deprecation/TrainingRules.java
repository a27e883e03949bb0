package dev.plumbline.lifecycle.deprecation;

import static dev.plumbline.core.model.Provider.AZURE;
import static dev.plumbline.core.model.Provider.GOOGLE_VERTEX;
import static dev.plumbline.lifecycle.deprecation.LifeClock.TRAINING;

import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Until when a base can be trained, or its fine-tunes continued. A stated training end comes before
 * the provider's gate, the gate before a policy, and all before the shutdown of the base.
 */
final class TrainingRules {

  private final ClaimIndex claims;
  private final InferenceRules inference;
  private final Map<Subject, Tunability> tunability;

  TrainingRules(ClaimIndex claims, InferenceRules inference, Collection<Tunability> tunability) {
    this.claims = claims;
    this.inference = inference;
    this.tunability =
        tunability.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Tunability::base, Function.identity(), (first, again) -> first));
  }

  ClockEnd endOf(AskedModel asked) {
    if (!asked.isTuned()) {
      Optional<Tunability> refusal = findRefusal(asked);
      if (refusal.isPresent()) {
        return ClockEnd.unknown(
            "%s cannot be fine-tuned: %s".formatted(asked.model(), refusal.get().statement()));
      }
    }
    return stated(asked)
        .map(end -> limitedByGate(end, asked))
        .or(() -> gate(asked))
        .or(() -> policy(asked))
        .or(() -> baseShutdown(asked))
        .map(ClockEnd.class::cast)
        .orElseGet(() -> ClockEnd.unknown(whyUnknown(asked)));
  }

  /** Why a base was never tunable, in the words of the source. */
  Optional<Tunability> findRefusal(AskedModel asked) {
    return statements(asked).filter(Tunability::isRefused).findFirst();
  }

  /** What a source says about tuning a base, good or bad. */
  Optional<Tunability> findStatement(AskedModel asked) {
    return statements(asked).findFirst();
  }

  private Stream<Tunability> statements(AskedModel asked) {
    return asked.baseNames().stream()
        .map(name -> new Subject(asked.provider(), Kind.BASE, name))
        .flatMap(base -> Optional.ofNullable(tunability.get(base)).stream());
  }

  boolean isStatedTunable(AskedModel asked) {
    return statements(asked).findAny().isPresent() && findRefusal(asked).isEmpty();
  }

  /** A fine-tune exists, so its base was tunable; of a base somebody must say it. */
  private boolean isTunable(AskedModel asked) {
    return asked.isTuned()
        || statements(asked).findAny().isPresent()
        || Stream.of(Kind.FAMILY, Kind.TUNED, Kind.FOLLOWS_BASE)
            .anyMatch(kind -> claims.has(asked, LifeClock.INFERENCE, kind));
  }

  private Optional<ClockEnd.Known> stated(AskedModel asked) {
    Optional<ClockEnd.Known> end =
        Stream.of(Kind.FINE_TUNE, Kind.BASE, Kind.TUNED, Kind.FOLLOWS_BASE, Kind.FAMILY)
            .flatMap(
                kind ->
                    claims
                        .believed(asked, TRAINING, kind, ShutdownRule.EXPLICIT_TRAINING_ROW)
                        .stream())
            .findFirst();
    return asked.provider().equals(AZURE) ? end.map(it -> onAzure(it, asked)) : end;
  }

  /** Azure's training dates are for existing customers; for others the base retirement counts. */
  private ClockEnd.Known onAzure(ClockEnd.Known forExisting, AskedModel asked) {
    if (asked.question().customer().isExisting()) {
      return forExisting;
    }
    return baseShutdown(asked).map(forExisting::orEarlier).orElse(forExisting);
  }

  /** Who is not eligible cannot train although the base could still be trained. */
  private ClockEnd.Known limitedByGate(ClockEnd.Known end, AskedModel asked) {
    return gateDate(asked).map(end::orEarlier).orElse(end);
  }

  /** A gate is about all bases, so a base that goes earlier ends its training earlier. */
  private Optional<ClockEnd.Known> gate(AskedModel asked) {
    if (!isTunable(asked)) {
      return Optional.empty();
    }
    return gateDate(asked).map(gate -> baseShutdown(asked).map(gate::orEarlier).orElse(gate));
  }

  private Optional<ClockEnd.Known> gateDate(AskedModel asked) {
    return claims.believed(asked, TRAINING, Kind.GATE, ShutdownRule.PROVIDER_GATE);
  }

  /** Vertex: new access, tuning included, is blocked one month before the retirement. */
  private Optional<ClockEnd.Known> policy(AskedModel asked) {
    if (!asked.provider().equals(GOOGLE_VERTEX) || !isTunable(asked)) {
      return Optional.empty();
    }
    return inference
        .findEndOfBase(asked)
        .map(end -> end.inferred(end.end().value().minusMonths(1), ShutdownRule.PROVIDER_POLICY));
  }

  private Optional<ClockEnd.Known> baseShutdown(AskedModel asked) {
    if (!isTunable(asked)) {
      return Optional.empty();
    }
    return inference.findEndOfBase(asked).map(end -> end.by(ShutdownRule.BASE_SHUTDOWN));
  }

  private String whyUnknown(AskedModel asked) {
    if (asked.baseNames().isEmpty()) {
      return "the name does not say its base: read it from the API of " + asked.provider();
    }
    String base = asked.baseNames().get(0);
    return isTunable(asked)
        ? "no source of %s states when training on %s ends".formatted(asked.provider(), base)
        : "no source of %s says that %s can be fine-tuned".formatted(asked.provider(), base);
  }
}
