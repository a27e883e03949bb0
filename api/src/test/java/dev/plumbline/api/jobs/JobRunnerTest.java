package dev.plumbline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows and claims on the real database; two runners are two instances. */
@QuarkusTest
class JobRunnerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:07:00Z");

  @Inject AgroalDataSource database;
  @Inject Tenancy tenancy;
  @Inject CountingJob job;

  private Organisation organisation;
  private JobRows rows;
  private JobRunner here;
  private JobRunner there;

  @BeforeEach
  void begin() {
    organisation = SomeOrganisation.added();
    rows = new JobRows(database, "here", Duration.ofSeconds(9));
    here = new JobRunner(rows);
    there = new JobRunner(new JobRows(database, "there", Duration.ofSeconds(9)));
    job.failing(false);
    job.runs();
  }

  @Test
  void theWindowThatHasJustEndedIsTheFirstOne() {
    assertThat(run(here, NOW)).isEqualTo(1);

    assertThat(job.starts()).containsExactly(Instant.parse("2026-11-21T09:50:00Z"));
  }

  @Test
  void aWindowIsDoneOnceHoweverOftenAndWhereverItIsWoken() {
    run(here, NOW);
    Optional<Instant> old = Optional.of(Instant.parse("2026-11-21T09:50:00Z"));

    assertThat(run(here, NOW) + run(there, NOW)).isZero();
    assertThat(there.runDue(job, organisation, old, NOW))
        .as("with a mark that is out of date")
        .isZero();
    assertThat(job.runs()).hasSize(1);
  }

  @Test
  void missedWindowsAreCaughtUpTheOldestFirst() {
    run(here, NOW);
    job.runs();

    assertThat(run(there, NOW.plus(Duration.ofMinutes(30)))).isEqualTo(3);

    assertThat(job.starts())
        .containsExactly(
            Instant.parse("2026-11-21T10:00:00Z"),
            Instant.parse("2026-11-21T10:10:00Z"),
            Instant.parse("2026-11-21T10:20:00Z"));
  }

  @Test
  void ofAJobWhoseLatestResultCoversTheOthersOnlyTheLatestWindowIsDone() {
    WindowedJob latest = latestOnly();
    latest(here, latest, NOW);
    job.runs();

    assertThat(latest(here, latest, NOW.plus(Duration.ofDays(3)))).isEqualTo(1);
    assertThat(latest(there, latest, NOW.plus(Duration.ofDays(3)))).isZero();

    assertThat(job.starts()).containsExactly(Instant.parse("2026-11-24T09:50:00Z"));
  }

  @Test
  void aWindowOfAnInstanceThatIsGoneIsTakenOverAndTheLateOneFinishesNothing() {
    JobRows gone = new JobRows(database, "gone", Duration.ZERO);
    HeldWindow lost = gone.claim(window()).orElseThrow();

    assertThat(there.runLeft(job, window())).isTrue();
    assertThat(there.runLeft(job, window())).as("again").isFalse();

    assertThat(job.runs()).singleElement().satisfies(run -> assertThat(run.attempt()).isEqualTo(2));
    assertThat(gone.finish(lost, JobReport.NOTHING)).isFalse();
    assertThat(gone.renew(lost)).isFalse();
    assertThatThrownBy(() -> confirmed(lost)).isInstanceOf(LostWindowException.class);
  }

  @Test
  void aWindowThatIsHeldStaysWithItsInstance() {
    HeldWindow held = rows.claim(window()).orElseThrow();

    assertThat(there.runLeft(job, window())).isFalse();
    confirmed(held);
    assertThat(rows.renew(held)).isTrue();
    assertThat(rows.finish(held, JobReport.of(1))).isTrue();
  }

  @Test
  void aFailureIsNotedAndNotTriedAgainAtOnce() {
    job.failing(true);

    assertThat(run(here, NOW)).isEqualTo(1);

    job.failing(false);
    assertThat(there.runLeft(job, window())).isFalse();
    assertThat(run(there, NOW)).isZero();
  }

  private void confirmed(HeldWindow held) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              tenancy.enter(organisation);
              held.confirm();
            });
  }

  private int run(JobRunner runner, Instant now) {
    return latest(runner, job, now);
  }

  private int latest(JobRunner runner, WindowedJob which, Instant now) {
    return runner.runDue(
        which, organisation, rows.marks(which.plan().name()).get(organisation), now);
  }

  private JobWindow window() {
    Instant start = Instant.parse("2026-11-21T09:50:00Z");
    return new JobWindow(
        organisation, CountingJob.PLAN.name(), false, start, start.plus(Duration.ofMinutes(10)));
  }

  private WindowedJob latestOnly() {
    return new WindowedJob() {
      @Override
      public JobPlan plan() {
        return new JobPlan("test-latest", "Counts.", Duration.ofMinutes(10), CatchUp.LATEST_ONLY);
      }

      @Override
      public JobReport run(HeldWindow held) {
        return job.run(held);
      }
    };
  }
}
