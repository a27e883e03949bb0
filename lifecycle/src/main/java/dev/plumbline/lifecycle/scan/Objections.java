package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What stands against the models that a file names. Says only what a source says. */
final class Objections {

  /** One objection before it has a place. */
  private record Objection(ScanRule rule, Severity severity, String message) {

    static Objection of(ScanRule rule, String message) {
      return new Objection(rule, rule.severity(), message);
    }
  }

  private final ScanSettings settings;
  private final DeprecationCalendar calendar;
  private final KnownModels models;
  private final Aliases aliases = Aliases.bundled();
  private final Replacements replacements;
  private final Map<ModelId, Prospects> prospects = new ConcurrentHashMap<>();

  Objections(ScanSettings settings, DeprecationCalendar calendar, KnownModels models) {
    this.settings = settings;
    this.calendar = calendar;
    this.models = models;
    this.replacements = new Replacements(calendar);
  }

  List<ScanFinding> to(Mention mention) {
    Prospects known =
        mention
            .model()
            .map(model -> prospects.computeIfAbsent(model, this::prospectsOf))
            .orElse(Prospects.NONE);
    return objections(mention, known).stream()
        .map(
            objection ->
                new ScanFinding(
                    objection.rule(),
                    mention.usage().weigh(objection.severity()),
                    mention,
                    known,
                    objection.message(),
                    "",
                    Optional.empty()))
        .toList();
  }

  private Prospects prospectsOf(ModelId model) {
    Optional<AliasTarget> target =
        model.kind() == ModelKind.ALIAS
            ? aliases.targetAt(
                model.provider(),
                model.canonical(),
                settings.at().atStartOfDay(ZoneOffset.UTC).toInstant())
            : Optional.empty();
    return new Prospects(
        Optional.of(calendar.lifespanOf(model, CustomerClass.ACTIVE)),
        target,
        replacements.find(model));
  }

  private List<Objection> objections(Mention mention, Prospects known) {
    if (mention.model().isEmpty()) {
      return List.of(Objection.of(ScanRule.UNKNOWN_MODEL, unknown(mention.name())));
    }
    ModelId model = mention.model().get();
    List<Objection> objections = new ArrayList<>();
    known.lifespan().ifPresent(span -> objections.addAll(ofEnds(mention, span, known)));
    boolean isRetired = objections.stream().anyMatch(it -> it.rule() == ScanRule.RETIRED);
    if (model.kind() == ModelKind.ALIAS && !isRetired) {
      objections.add(ofAlias(model, known));
    }
    if (model.kind().isFineTuned()) {
      ofFineTune(model).ifPresent(objections::add);
    }
    return objections;
  }

  private String unknown(String name) {
    return models.find(Provider.AZURE, name).isPresent()
        ? "only Azure lists %s, and nothing here says that Azure serves it".formatted(name)
        : "no source that we have says anything about %s".formatted(name);
  }

  /** The end of training counts where a job is started on a model that is still there. */
  private List<Objection> ofEnds(Mention mention, Lifespan span, Prospects known) {
    List<Objection> objections = new ArrayList<>();
    span.inferenceEnd()
        .findKnown()
        .flatMap(end -> ofService(mention, end, known))
        .ifPresent(objections::add);
    boolean isRetired = objections.stream().anyMatch(it -> it.rule() == ScanRule.RETIRED);
    if (mention.isTuning() && !isRetired) {
      span.trainingEnd()
          .findKnown()
          .map(end -> ofTraining(mention, end, known))
          .ifPresent(objections::add);
    }
    return objections;
  }

  private Optional<Objection> ofService(Mention mention, ClockEnd.Known end, Prospects known) {
    long left = end.daysLeft(settings.at());
    boolean isEarliest = end.end().certainty() == Certainty.NOT_BEFORE;
    String named = replacement(known);
    if (isEarliest) {
      return ofEarliest(mention, end, known);
    }
    String stated = "%s (%s)".formatted(end.end().value(), evidence(end));
    if (left <= 0) {
      return Optional.of(
          Objection.of(
              ScanRule.RETIRED,
              "%s has been out of service at %s since %s%s"
                  .formatted(mention.name(), provider(mention), stated, named)));
    }
    ScanRule rule = left <= settings.withinDays() ? ScanRule.ENDING_SOON : ScanRule.DEPRECATED;
    return Optional.of(
        Objection.of(
            rule,
            "%s ends at %s in %d days, on %s%s"
                .formatted(mention.name(), provider(mention), left, stated, named)));
  }

  /** A promise of service is no end; with a named replacement the provider means one. */
  private Optional<Objection> ofEarliest(Mention mention, ClockEnd.Known end, Prospects known) {
    boolean hasPassed = end.daysLeft(settings.at()) <= 0;
    boolean isReplaced = known.replacement().isPresent();
    if (!hasPassed && !isReplaced) {
      return Optional.empty();
    }
    String message =
        "%s may end at %s any day from %s on (%s)%s"
            .formatted(
                mention.name(),
                provider(mention),
                end.end().value(),
                evidence(end),
                replacement(known));
    if (!hasPassed) {
      return Optional.of(Objection.of(ScanRule.DEPRECATED, message));
    }
    Severity severity = isReplaced ? Severity.WARNING : Severity.INFORMATION;
    return Optional.of(new Objection(ScanRule.EARLIEST_END_PASSED, severity, message));
  }

  private Objection ofTraining(Mention mention, ClockEnd.Known end, Prospects known) {
    long left = end.daysLeft(settings.at());
    LocalDate day = end.end().value();
    String message =
        left <= 0
            ? "nobody can fine-tune %s at %s since %s (%s)%s"
            : "%s can be fine-tuned at %s until %s (%s)%s";
    return Objection.of(
        left <= 0 ? ScanRule.TRAINING_ENDED : ScanRule.TRAINING_ENDING,
        message.formatted(
            mention.name(), provider(mention), day, evidence(end), replacement(known)));
  }

  private Objection ofAlias(ModelId model, Prospects known) {
    String meaning =
        known
            .target()
            .map(
                target ->
                    "on %s it means %s%s (%s); name that snapshot"
                        .formatted(
                            settings.at(),
                            target.snapshot(),
                            target.uncertain() ? ", as far as is known" : "",
                            target.source()))
            .orElse("no source says which snapshot it means on " + settings.at());
    return Objection.of(
        ScanRule.ALIAS,
        "%s is an alias that %s can move: %s".formatted(model, model.provider(), meaning));
  }

  private Optional<Objection> ofFineTune(ModelId model) {
    Optional<Boolean> held = settings.fineTunes().holds(model.canonical());
    if (held.isEmpty()) {
      return Optional.of(
          Objection.of(
              ScanRule.UNCHECKED_FINE_TUNE,
              "%s was not checked: no registry was given".formatted(model)));
    }
    return held.get()
        ? Optional.empty()
        : Optional.of(
            Objection.of(
                ScanRule.UNKNOWN_FINE_TUNE, "the registry does not hold %s".formatted(model)));
  }

  private static String provider(Mention mention) {
    return mention.model().map(model -> model.provider().key()).orElse("");
  }

  private static String replacement(Prospects known) {
    return known.replacement().map(words -> "; named instead: " + words).orElse("");
  }

  /** {@code exact, OpenAI deprecations page …, disputed}. */
  private static String evidence(ClockEnd.Known end) {
    Observation<LocalDate> stated = end.end();
    String certainty = stated.certainty().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String disputed =
        end.isDisputed() ? "; another source says " + end.disputedBy().get(0).value() : "";
    return certainty + ", " + stated.source().name() + disputed;
  }
}
