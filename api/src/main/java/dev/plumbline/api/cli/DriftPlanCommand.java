package dev.plumbline.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.api.probes.CallPrices;
import dev.plumbline.api.probes.PlanView;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.StarterSuites;
import dev.plumbline.lifecycle.probe.SuiteReader;
import dev.plumbline.lifecycle.probe.SuiteReading;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.PlanQuestion;
import dev.plumbline.lifecycle.probe.plan.ProbeBudget;
import dev.plumbline.lifecycle.probe.plan.ProbePlanner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns a budget into a schedule, before anything is spent. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Say what a budget pays for: what is asked how often, and what that costs.",
    footer = {
      "",
      "Every call is counted as if its answer were as long as it may be. A model without a known",
      "price has no plan: exit code 5, with the reason. Nothing is asked."
    })
final class DriftPlanCommand implements Callable<Integer> {

  private static final long LONGEST_SUITE = 8 << 20;

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Option(names = "--model", required = true, description = "The model that is to be watched.")
  private String model;

  @Option(names = "--provider", description = "Who bills, where the name does not say it.")
  private Optional<String> provider = Optional.empty();

  @Option(
      names = "--control",
      paramLabel = "MODEL",
      description = "A model beside it that is not changed; it costs as well.")
  private Optional<String> control = Optional.empty();

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "USD",
      description = "At most so many dollars a month.")
  private BigDecimal budget;

  @Option(
      names = "--false-pages",
      required = true,
      paramLabel = "N",
      description = "At most so many false pages a year, expected over the fleet.")
  private BigDecimal falsePages;

  @Option(
      names = "--fleet",
      defaultValue = "1",
      paramLabel = "N",
      description = "Models that share the false pages; 1 without it.")
  private int fleet;

  @Option(
      names = "--suite",
      paramLabel = "FILE.jsonl",
      description = "Your own probes; the starter suite without it. - is stdin.")
  private Optional<String> suite = Optional.empty();

  DriftPlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ProbeSuite tasks = tasks();
    PlanQuestion question =
        InputInvalidException.reading(
            "drift plan",
            () ->
                PlanQuestion.of(
                    new ProbeBudget(Money.usd(budget), falsePages, fleet), arms(), tasks));
    PlanView plan =
        PlanView.of(
            new ProbePlanner(new CallPrices(CallCosts.bundled(), surroundings.now()))
                .plan(question));
    if (plan.status().equals("impossible")) {
      List<String> reasons = plan.reasons() == null ? List.of() : plan.reasons();
      reasons.forEach(reason -> surroundings.say("plumbline: no plan: " + reason));
      return ExitCode.PARTIAL.code();
    }
    print(plan);
    return ExitCode.OK.code();
  }

  private List<Arm> arms() {
    List<Arm> arms = new ArrayList<>();
    arms.add(new Arm("subject", Arm.Role.SUBJECT, model, provider(model)));
    control.ifPresent(name -> arms.add(new Arm("control", Arm.Role.CONTROL, name, provider(name))));
    return arms;
  }

  private Provider provider(String name) {
    return provider
        .map(Provider::of)
        .orElseGet(
            () ->
                ModelNames.bundled()
                    .parse(name)
                    .match(id -> id.provider(), none -> Provider.OPENAI));
  }

  private ProbeSuite tasks() throws IOException {
    if (suite.isEmpty()) {
      return StarterSuites.find(StarterSuites.ALL_TASKS).orElseThrow();
    }
    String file = suite.get();
    try (InputStream in =
        new LimitedBytes(new BufferedInputStream(surroundings.open(file)), LONGEST_SUITE, file)) {
      SuiteReading reading = SuiteReader.probes(file, new String(in.readAllBytes(), UTF_8));
      if (!reading.isSound()) {
        Finding first = reading.findings().get(0);
        throw new InputInvalidException(
            "%s: %s; %s".formatted(first.where(), first.message(), first.remedy()));
      }
      return new ProbeSuite("own", 1, reading.probes());
    }
  }

  private void print(PlanView plan) {
    Output output = format.output();
    if (output.isJson()) {
      output.record(parts(plan));
      return;
    }
    output.table(stages(plan));
    if (output.isForPeople()) {
      output.sentence("");
      output.sentence(
          "First year %s %s, then %s a year; %s of %s are kept back for %d suspicions."
              .formatted(
                  plan.currency(),
                  plan.firstYear(),
                  plan.perYear(),
                  plan.reservePerYear(),
                  plan.budgetPerYear(),
                  plan.escalations()));
      output.sentence(
          "A model that does not change raises a page in a year with chance %s."
              .formatted(plan.alpha()));
      leftOut(plan).forEach(each -> output.sentence("Not planned: " + each.why() + "."));
    }
  }

  private static List<PlanView.NotPlanned> leftOut(PlanView plan) {
    return plan.leftOut() == null ? List.of() : plan.leftOut();
  }

  private static List<PlanView.Stage> list(PlanView plan) {
    return plan.stages() == null ? List.of() : plan.stages();
  }

  private static Table stages(PlanView plan) {
    Table table =
        Table.of(
            "stage",
            "cadence",
            "arm",
            "model",
            "calls_per_cycle",
            "cost_per_cycle",
            "stage_per_year",
            "stage_once",
            "price_rows");
    for (PlanView.Stage stage : list(plan)) {
      for (PlanView.ArmCost arm : stage.arms()) {
        table.row(
            stage.words(),
            stage.cadence(),
            arm.arm(),
            arm.model(),
            arm.calls(),
            new BigDecimal(arm.amount()),
            new BigDecimal(stage.perYear()),
            new BigDecimal(stage.costOnce()),
            String.join(" ", arm.priceRows()));
      }
    }
    return table;
  }

  private static Map<String, Object> parts(PlanView plan) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("currency", plan.currency());
    parts.put("first_year", plan.firstYear());
    parts.put("per_year", plan.perYear());
    parts.put("reserve_per_year", plan.reservePerYear());
    parts.put("alpha", plan.alpha());
    parts.put("stages", list(plan).stream().map(DriftPlanCommand::parts).toList());
    parts.put("left_out", leftOut(plan).stream().map(PlanView.NotPlanned::why).toList());
    return parts;
  }

  private static Map<String, Object> parts(PlanView.Stage stage) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("work", stage.work());
    parts.put("cadence", stage.cadence());
    parts.put("calls_per_cycle", stage.callsPerCycle());
    parts.put("calls_per_year", stage.callsPerYear());
    parts.put("per_year", stage.perYear());
    parts.put("cost_once", stage.costOnce());
    parts.put(
        "price_rows", stage.arms().stream().flatMap(arm -> arm.priceRows().stream()).toList());
    return parts;
  }
}
