package dev.plumbline.api.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.LifecycleFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of watched models show. */
@ApplicationScoped
class DriftScreens {

  private static final int SHOWN = 50;
  private static final Duration CHARTED = Duration.ofDays(90);

  private final Targets targets;
  private final ProbeRuns runs;
  private final VerdictRepository verdicts;
  private final MixRepository mix;
  private final ObjectMapper json;
  private final Clock clock;

  DriftScreens(
      Targets targets,
      ProbeRuns runs,
      VerdictRepository verdicts,
      MixRepository mix,
      ObjectMapper json,
      Clock clock) {
    this.targets = targets;
    this.runs = runs;
    this.verdicts = verdicts;
    this.mix = mix;
    this.json = json;
    this.clock = clock;
  }

  /** One target with everything that is known of it. */
  record Detail(
      TargetRow row,
      List<EvidenceChart> charts,
      List<MixLine> mix,
      List<VerdictLine> verdicts,
      List<RunLine> runs) {}

  /** The mixture of backends of a week. */
  record MixLine(String week, boolean moved, int callsBefore, int calls, String p) {

    static MixLine of(MixWeek week) {
      return new MixLine(
          week.week().toString(),
          week.moved(),
          week.callsBefore(),
          week.calls(),
          String.format(Locale.ROOT, "%.3f", week.p()));
    }
  }

  /** A verdict in a list. */
  record VerdictLine(
      UUID id, String at, String evidence, String state, String tone, String onset, String reason) {

    static VerdictLine of(VerdictRow row) {
      return new VerdictLine(
          row.id(),
          TargetRow.moment(row.at()),
          row.watch().words(),
          row.state().replace('_', ' '),
          TargetRow.tone(row.state()),
          row.onsetAt().map(TargetRow::moment).orElse("–"),
          row.reason());
    }
  }

  /** A run in a list. */
  record RunLine(String slot, String work, String purpose, String outcome, String detail) {}

  /** A verdict as a report. */
  record Report(
      String target,
      UUID targetId,
      VerdictLine line,
      String attribution,
      boolean page,
      List<Moved> moved,
      List<Map<String, String>> examples,
      @Nullable MoneyImpactView money,
      List<LifecycleFact> lifecycle,
      boolean hasEvidence,
      List<String> limits) {}

  /** What moved, before and since. */
  record Moved(String what, String before, String since) {}

  List<TargetRow> rows(Caller caller) {
    List<Target> all = targets.list(caller, Slice.of("500", Optional.empty())).entries();
    List<Standing> standings = verdicts.standings(caller.organisation());
    return all.stream().map(target -> row(caller, target, standings)).toList();
  }

  private TargetRow row(Caller caller, Target target, List<Standing> standings) {
    Instant now = clock.instant();
    Instant month =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .withDayOfMonth(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    Money spent = runs.spent(caller.organisation(), target, month);
    return TargetRow.of(target, standings, spent, now);
  }

  Detail detail(Caller caller, UUID id) {
    Target target = targets.show(caller, id);
    return new Detail(
        row(caller, target, verdicts.standings(caller.organisation())),
        EvidenceChart.of(
            verdicts.points(caller.organisation(), target, clock.instant().minus(CHARTED))),
        mix
            .since(
                caller.organisation(),
                LocalDate.ofInstant(clock.instant().minus(CHARTED), ZoneOffset.UTC))
            .stream()
            .filter(each -> each.target().equals(id) && each.epoch() == target.epoch())
            .map(MixLine::of)
            .toList(),
        verdicts.verdicts(caller.organisation(), id, SHOWN).stream().map(VerdictLine::of).toList(),
        runs.newest(caller.organisation(), id, 20).stream()
            .map(
                run ->
                    new RunLine(
                        TargetRow.moment(run.slot()),
                        run.work().words(),
                        run.purpose().label(),
                        run.finished()
                            .map(end -> end.outcome().label().replace('_', ' '))
                            .orElse("open"),
                        run.finished().map(end -> end.detail()).orElse("")))
            .toList());
  }

  Report verdict(Caller caller, UUID id) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    VerdictRow row =
        verdicts
            .find(caller.organisation(), id)
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no verdict " + id).asException());
    Target target = targets.show(caller, row.target());
    return new Report(
        target.name(),
        target.id(),
        VerdictLine.of(row),
        row.attribution(),
        row.page(),
        read(row.moved(), new TypeReference<List<Map<String, Object>>>() {}).stream()
            .map(DriftScreens::moved)
            .toList(),
        read(row.examples(), new TypeReference<List<Map<String, String>>>() {}),
        row.money().map(figures -> MoneyImpactView.of(figures, target.traffic())).orElse(null),
        row.hasEvidence() ? lifecycle(caller, id) : List.of(),
        row.hasEvidence(),
        Evidence.KNOWN_LIMITS);
  }

  /** None of a file that this version cannot read. */
  private List<LifecycleFact> lifecycle(Caller caller, UUID id) {
    try {
      return verdicts
          .evidence(caller.organisation(), id)
          .map(bytes -> EvidenceFile.read(new ByteArrayInputStream(bytes)).evidence().lifecycle())
          .orElse(List.of());
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static Moved moved(Map<String, Object> each) {
    String what = String.valueOf(each.get("what"));
    return new Moved(
        withUnit(what), number(what, each.get("before")), number(what, each.get("since")));
  }

  private static String withUnit(String what) {
    return switch (what) {
      case "length" -> "length of an answer, characters";
      case "latency" -> "latency of a call, seconds";
      case "cost" -> "cost of a call, USD";
      default -> what;
    };
  }

  private static String number(String what, Object value) {
    return value instanceof Number number
        ? String.format(Locale.ROOT, what.equals("cost") ? "%.6f" : "%.3f", number.doubleValue())
        : "–";
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }
}
