package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertBook;
import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.jobs.CatchUp;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.jobs.JobPlan;
import dev.plumbline.api.jobs.JobReport;
import dev.plumbline.api.jobs.WindowedJob;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule what holds. One that fails leaves its alerts as they are. */
@ApplicationScoped
class RulesJob implements WindowedJob {

  private static final JobPlan PLAN =
      new JobPlan(
          "calendar-sweep",
          "Compares models in use with the calendar, and asks all other rules of alerts.",
          Duration.ofMinutes(10),
          CatchUp.LATEST_ONLY);

  private final Instance<AlertRule> rules;
  private final AlertBook book;
  private final Clock clock;

  RulesJob(@Any Instance<AlertRule> rules, AlertBook book, Clock clock) {
    this.rules = rules;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    Organisation organisation = held.window().organisation();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    int happened = 0;
    List<Finding> findings = new ArrayList<>();
    for (AlertRule rule : rules) {
      try {
        happened += book.reconcile(organisation, rule.name(), rule.of(organisation).apply(today));
      } catch (RuntimeException e) {
        Log.errorf(e, "the rule %s failed", rule.name());
        findings.add(failed(rule));
      }
    }
    return new JobReport(happened, findings);
  }

  private static Finding failed(AlertRule rule) {
    return new Finding(
        "RULE_FAILED",
        Severity.ERROR,
        "the rule could not be asked; its alerts stay as they are",
        Place.file(rule.name()),
        "read the log of the instance that ran it");
  }
}
