package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.jobs.FailedJobs;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A job has failed in its last attempt, and no later window has come to a good end. */
@ApplicationScoped
class JobFailures implements AlertRule {

  private static final String NAME = "job.failed";

  private final FailedJobs jobs;
  private final MemberContacts members;

  JobFailures(FailedJobs jobs, MemberContacts members) {
    this.jobs = jobs;
    this.members = members;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "A job has failed in all of its attempts.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    List<String> administrators = members.administrators(organisation);
    return today ->
        jobs.of(organisation).stream()
            .map(
                job ->
                    new Condition(
                        AlertKey.of(NAME, job),
                        AlertSeverity.ERROR,
                        "The job %s has failed in all of its attempts".formatted(job),
                        "",
                        administrators,
                        Optional.empty(),
                        "/jobs/" + job))
            .toList();
  }
}
