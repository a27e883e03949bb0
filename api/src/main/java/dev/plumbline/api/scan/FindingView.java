package dev.plumbline.api.scan;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.scan.Dismissal;
import dev.plumbline.lifecycle.scan.Mention;
import dev.plumbline.lifecycle.scan.ScanFinding;
import dev.plumbline.lifecycle.scan.Spot;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A finding in the words of the outputs.
 *
 * @param at the day of the scan, from which days are counted
 */
public record FindingView(ScanFinding finding, LocalDate at) {

  private static final Dismissal.Cases<String> HOW =
      new Dismissal.Cases<>() {
        @Override
        public String inSource(Dismissal.InSource inSource) {
          return "in_source";
        }

        @Override
        public String inBaseline() {
          return "baseline";
        }
      };

  private static final Dismissal.Cases<String> WHY =
      new Dismissal.Cases<>() {
        @Override
        public String inSource(Dismissal.InSource inSource) {
          return inSource.reason();
        }

        @Override
        public String inBaseline() {
          return "it is in the baseline";
        }
      };

  /** {@code error}, {@code warning} or {@code information}. */
  public String severity() {
    return label(finding.severity());
  }

  /** The end of service; of training where the finding is about training. */
  public Optional<ClockEnd.Known> end() {
    return finding
        .prospects()
        .lifespan()
        .map(span -> isAboutTraining() ? span.trainingEnd() : span.inferenceEnd())
        .flatMap(ClockEnd::findKnown);
  }

  private boolean isAboutTraining() {
    return switch (finding.rule()) {
      case TRAINING_ENDED, TRAINING_ENDING -> true;
      case RETIRED,
          ENDING_SOON,
          DEPRECATED,
          ALIAS,
          UNKNOWN_FINE_TUNE,
          UNCHECKED_FINE_TUNE,
          EARLIEST_END_PASSED,
          UNKNOWN_MODEL,
          SUPPRESSION_WITHOUT_REASON,
          UNUSED_SUPPRESSION ->
          false;
    };
  }

  public Optional<LocalDate> day() {
    return end().map(known -> known.end().value());
  }

  public Optional<Long> daysLeft() {
    return end().map(known -> known.daysLeft(at));
  }

  public Optional<String> source() {
    return end().map(known -> known.end().source().name());
  }

  public Optional<String> dismissed() {
    return finding.dismissal().map(it -> it.match(HOW));
  }

  public Optional<String> reason() {
    return finding.dismissal().map(it -> it.match(WHY));
  }

  /** All that is known, by published keys. */
  public Map<String, Object> parts() {
    Mention mention = finding.mention();
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("rule", finding.rule().id());
    parts.put("severity", severity());
    putPlace(parts, mention.spot());
    putModel(parts, mention);
    parts.put("message", finding.message());
    putEnds(parts);
    putAlias(parts);
    parts.put("replacement", finding.prospects().replacement());
    parts.put("fingerprint", finding.fingerprint());
    parts.put("dismissed", dismissed());
    parts.put("reason", reason());
    return parts;
  }

  private static void putPlace(Map<String, Object> parts, Spot spot) {
    parts.put("path", spot.path());
    parts.put("line", spot.line());
    parts.put("column", spot.column());
    parts.put("cell", spot.cell());
    parts.put("cell_line", spot.cellLine());
  }

  private static void putModel(Map<String, Object> parts, Mention mention) {
    parts.put("written", mention.written());
    parts.put("model", mention.model().map(ModelId::canonical));
    parts.put("provider", mention.model().map(model -> model.provider().key()));
    parts.put("kind", mention.model().map(model -> model.kind().label()));
    parts.put("usage", mention.usage().label());
    parts.put("live", mention.usage().isLive());
  }

  private void putEnds(Map<String, Object> parts) {
    Optional<Lifespan> span = finding.prospects().lifespan();
    putEnd(parts, "inference", span.flatMap(it -> it.inferenceEnd().findKnown()));
    putEnd(parts, "training", span.flatMap(it -> it.trainingEnd().findKnown()));
  }

  private void putEnd(Map<String, Object> parts, String clock, Optional<ClockEnd.Known> end) {
    Optional<Observation<LocalDate>> stated = end.map(ClockEnd.Known::end);
    parts.put(clock + "_end", stated.map(Observation::value));
    parts.put(clock + "_days_left", end.map(known -> known.daysLeft(at)));
    parts.put(clock + "_certainty", stated.map(it -> label(it.certainty())));
    parts.put(clock + "_disputed", end.map(ClockEnd.Known::isDisputed));
    parts.put(clock + "_rule", end.map(known -> label(known.rule())));
    parts.put(clock + "_source", stated.map(it -> it.source().name()));
    parts.put(clock + "_seen", stated.flatMap(Observation::seenAt));
  }

  private void putAlias(Map<String, Object> parts) {
    Optional<AliasTarget> target = finding.prospects().target();
    parts.put("alias_target", target.map(AliasTarget::snapshot));
    parts.put("alias_uncertain", target.map(AliasTarget::uncertain));
    parts.put("alias_source", target.map(AliasTarget::source));
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
