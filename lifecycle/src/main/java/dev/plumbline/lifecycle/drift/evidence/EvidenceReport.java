package dev.plumbline.lifecycle.drift.evidence;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.impact.MoneyImpact;
import dev.plumbline.lifecycle.drift.impact.TokenPrice;
import dev.plumbline.lifecycle.drift.verdict.BatchOutcome;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.OnsetEstimate;
import dev.plumbline.lifecycle.drift.verdict.SignalReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An evidence file for people, as Markdown: the same file gives the same text. */
public final class EvidenceReport {

  private static final List<String> NOTHING = List.of("–");

  private final EvidenceFile file;
  private final Recomputation again;
  private final StringBuilder text = new StringBuilder();

  private EvidenceReport(EvidenceFile file, Recomputation again) {
    this.file = file;
    this.again = again;
  }

  /**
   * The report of a file.
   *
   * @param again of that file; what it says is printed, never what the file states
   */
  public static String markdown(EvidenceFile file, Recomputation again) {
    return new EvidenceReport(file, again).written();
  }

  private String written() {
    Evidence evidence = file.evidence();
    text.append("# Evidence of drift\n");
    named("Subject", evidence.subject());
    lastVerdict().ifPresent(this::verdict);
    history();
    lastVerdict().ifPresent(this::details);
    examples(evidence);
    again.impact().ifPresent(this::money);
    table(
        "Facts of the lifecycle",
        List.of("model", "what", "value", "certainty", "source, or why it is unknown"),
        evidence.lifecycle().stream()
            .map(
                fact ->
                    List.of(
                        fact.model(),
                        fact.what(),
                        fact.value().orElse("unknown"),
                        fact.certainty().orElse("–"),
                        fact.source()))
            .toList());
    named("Context", evidence.context());
    settings(evidence.settings());
    observations(evidence);
    bullets("Known limits", evidence.knownLimits());
    integrity();
    return text.toString();
  }

  private Optional<DriftVerdict> lastVerdict() {
    List<DriftVerdict> verdicts = again.verdicts();
    return verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts.get(verdicts.size() - 1));
  }

  private void verdict(DriftVerdict verdict) {
    heading("Verdict");
    point("state", verdict.state().label());
    point("cycle", verdict.evidence().cycle() + ", " + verdict.evidence().at());
    point("reason", verdict.reason());
    point("wakes somebody", verdict.page() ? "yes" : "no");
    point("whose change", verdict.attribution().sentence());
    point("most likely since", verdict.onset().map(EvidenceReport::onset).orElse("not known"));
  }

  private static String onset(OnsetEstimate onset) {
    return "%s (cycle %d; between %s and %s)"
        .formatted(onset.at(), onset.cycle(), onset.earliest(), onset.latest());
  }

  private void history() {
    List<List<String>> turns = new ArrayList<>();
    String state = "";
    for (DriftVerdict verdict : again.verdicts()) {
      if (!verdict.state().label().equals(state)) {
        state = verdict.state().label();
        turns.add(
            List.of(
                Long.toString(verdict.evidence().cycle()),
                verdict.evidence().at().toString(),
                state,
                verdict.reason()));
      }
    }
    table("History of states", List.of("cycle", "at", "state", "reason"), turns);
  }

  private void details(DriftVerdict verdict) {
    table(
        "Signals of the last cycle",
        List.of("arm", "signal", "tier", "ln statistic", "ln threshold", "crossed", "assumptions"),
        verdict.evidence().readings().stream().map(EvidenceReport::signal).toList());
    table(
        "What moved",
        List.of("what", "before", "since", "effect", "95 %"),
        verdict.moved().stream()
            .map(
                each ->
                    List.of(
                        each.what(),
                        number(each.before()),
                        number(each.since()),
                        number(each.effect().estimate()),
                        each.effect()
                            .interval()
                            .map(range -> number(range.lower()) + " to " + number(range.upper()))
                            .orElse("–")))
            .toList());
    verdict.evidence().batch().ifPresent(this::batch);
    table(
        "What the provider says of itself",
        List.of("fact", "at the baseline", "now"),
        verdict.evidence().facts().stream()
            .map(fact -> List.of(fact.name(), fact.before().orElse("–"), fact.now().orElse("–")))
            .toList());
    bullets("Differences of configuration", verdict.evidence().differences());
  }

  private static List<String> signal(SignalReading reading) {
    return List.of(
        "%s %s".formatted(EvidenceWriter.name(reading.arm()), reading.armName()),
        reading.signal(),
        EvidenceWriter.name(reading.tier()),
        number(reading.logStatistic()),
        number(reading.logThreshold()),
        reading.crossed() ? "yes" : "no",
        reading.notes().isEmpty() ? "–" : String.join("; ", reading.notes()));
  }

  private void batch(BatchOutcome batch) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < batch.results().size(); i++) {
      var result = batch.results().get(i);
      rows.add(
          List.of(
              result.method(),
              number(result.statistic()),
              number(result.p()),
              number(batch.adjusted().get(i)),
              number(result.effect().estimate())));
    }
    table(
        "Confirmation batch of " + batch.at(),
        List.of("method", "statistic", "p", "p by Holm", "effect"),
        rows);
  }

  private void examples(Evidence evidence) {
    table(
        "Answers before and since",
        List.of("family", "prompt", "before", "since"),
        evidence.examples().stream()
            .map(one -> List.of(one.family(), one.prompt(), one.before(), one.after()))
            .toList());
  }

  private void money(MoneyImpact impact) {
    heading("Money");
    impact.month().ifPresent(month -> point("change a month", money(month)));
    impact
        .output()
        .ifPresent(
            change ->
                point(
                    "tokens of an answer",
                    "%s before, %s since; %s%s"
                        .formatted(
                            change.before().toPlainString(),
                            change.since().toPlainString(),
                            change.entered() ? "entered" : "measured",
                            change
                                .range()
                                .map(
                                    range ->
                                        "; difference at 95 %% %s to %s"
                                            .formatted(
                                                range.lower().toPlainString(),
                                                range.upper().toPlainString()))
                                .orElse(""))));
    impact
        .request()
        .ifPresent(
            request ->
                point(
                    "a request",
                    "%s before, %s since".formatted(request.before(), request.since())));
    file.evidence()
        .money()
        .flatMap(figures -> figures.traffic())
        .ifPresent(traffic -> point("requests a month", Long.toString(traffic.requestsPerMonth())));
    file.evidence()
        .money()
        .flatMap(figures -> figures.price().findKnown())
        .ifPresent(price -> point("prices", price(price)));
    impact.unknown().forEach(why -> point("unknown", why));
    impact.assumptions().forEach(each -> point("assumed", each));
  }

  private static String price(TokenPrice.Known price) {
    return "%s %s and %s a million tokens of input and output, rows %s of %s"
        .formatted(
            price.currency().getCurrencyCode(),
            price.inputMillion().toPlainString(),
            price.outputMillion().toPlainString(),
            String.join(", ", price.rows()),
            price.catalogue());
  }

  private static String money(MoneyImpact.Month month) {
    String range =
        month
            .lower()
            .flatMap(
                lower ->
                    month
                        .upper()
                        .map(
                            upper ->
                                ", at 95 %% %s to %s"
                                    .formatted(lower.toPlainString(), upper.toPlainString())))
            .orElse("");
    return signed(month.change()) + range;
  }

  private static String signed(Money change) {
    return "%s %s%s"
        .formatted(
            change.currency().getCurrencyCode(),
            change.signum() > 0 ? "+" : "",
            change.toPlainString());
  }

  private void settings(MonitorSettings settings) {
    heading("Settings");
    point("seed", Long.toString(settings.seed()));
    point(
        "alpha",
        "%s, of stream %d of %d"
            .formatted(
                number(settings.grant().alpha()),
                settings.grant().stream(),
                settings.grant().year()));
    point("border threshold", number(settings.borderThreshold()));
    point(
        "confirmation",
        "after %s at alpha %s by Holm"
            .formatted(
                settings.rules().confirmationDelay(),
                number(settings.rules().confirmationAlpha())));
    point(
        "material from",
        "%s points, %s of cost or length, %s of latency"
            .formatted(
                number(settings.rules().materiality().points()),
                number(settings.rules().materiality().cost()),
                number(settings.rules().materiality().latency())));
  }

  private void observations(Evidence evidence) {
    heading("Observations");
    point("cycles of the baseline", Integer.toString(evidence.baseline().size()));
    point("cycles after it", Integer.toString(evidence.cycles().size()));
    point(
        "cycles that could not be measured",
        Long.toString(
            Stream.concat(evidence.baseline().stream(), evidence.cycles().stream())
                .filter(cycle -> cycle.gap().isPresent())
                .count()));
    point("computed by", "Plumbline " + evidence.plumbline());
  }

  private void integrity() {
    heading("Check");
    point("sha256", file.digest());
    point("signed by", file.signature().map(FileSignature::keyId).orElse("nobody"));
    point(
        "recomputed",
        again.differences().isEmpty()
            ? "every verdict follows from the observations"
            : "the file states something else than follows from it");
    if (!again.differences().isEmpty()) {
      table(
          "Differences",
          List.of("where", "stated", "recomputed"),
          again.differences().stream()
              .map(each -> List.of(each.where(), each.stated(), each.recomputed()))
              .toList());
    }
  }

  private void named(String heading, Map<String, String> values) {
    heading(heading);
    values.forEach(this::point);
  }

  private void heading(String words) {
    text.append("\n## ").append(plain(words)).append("\n\n");
  }

  private void point(String name, String value) {
    text.append("- **").append(plain(name)).append("**: ").append(plain(value)).append('\n');
  }

  private void bullets(String heading, List<String> items) {
    heading(heading);
    (items.isEmpty() ? NOTHING : items)
        .forEach(item -> text.append("- ").append(plain(item)).append('\n'));
  }

  private void table(String heading, List<String> columns, List<List<String>> rows) {
    heading(heading);
    if (rows.isEmpty()) {
      text.append("None.\n");
      return;
    }
    row(columns);
    row(columns.stream().map(column -> "---").toList());
    rows.forEach(cells -> row(cells.stream().map(EvidenceReport::plain).toList()));
  }

  private void row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Answers of models are in here: none of them may become markup or another line. */
  private static String plain(String value) {
    return value
        .replaceAll("\\p{Cntrl}", " ")
        .replace("\\", "\\\\")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([|`*_\\[\\]])", "\\\\$1");
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%.6g", value)
        : Double.toString(value);
  }
}
