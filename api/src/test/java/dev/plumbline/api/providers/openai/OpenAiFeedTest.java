package dev.plumbline.api.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.api.outbound.LoopbackHttp;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.api.providers.simulator.OpenAiSimulator.Fault;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.lifecycle.sync.CallOutcome;
import dev.plumbline.lifecycle.sync.JobFile;
import dev.plumbline.lifecycle.sync.ListedDate;
import dev.plumbline.lifecycle.sync.ListedModel;
import dev.plumbline.lifecycle.sync.PollResult;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import dev.plumbline.lifecycle.sync.ProviderSnapshot;
import dev.plumbline.lifecycle.sync.TuningJob;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiFeedTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
  private static final String TUNED = "ft:gpt-4o-2024-08-06:acme::AbCdEfGh";
  private static final String CHECKPOINT = "ft:gpt-4o-2024-08-06:acme::ZyXwVuTs:ckpt-step-88";

  private OpenAiSimulator simulator;
  private final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    simulator.account().add("gpt-4o");
    simulator.account().add("gpt-4o-2024-08-06");
  }

  /** Whatever happened: both sides kept to the description. */
  @AfterEach
  void stop() {
    simulator.close();
    assertThat(simulator.objections()).isEmpty();
  }

  private ProviderFeed feed(String... aliases) {
    return feedBy(simulator.account().key(), aliases);
  }

  private ProviderFeed feedBy(String key, String... aliases) {
    return new OpenAiConnector(LoopbackHttp.http(), CLOCK, pauses::add)
        .open(
            new ProviderAccess(
                OutboundAddress.of(simulator.base()),
                Secret.of(key),
                List.of(aliases),
                Optional.empty()));
  }

  private void train(int jobs) {
    for (int number = 0; number < jobs; number++) {
      simulator.account().train("ftjob-" + number, "gpt-4o-2024-08-06");
    }
  }

  @Test
  void modelsComeWithTheirDates() {
    simulator.account().endsOn("gpt-4o", LocalDate.parse("2027-01-14"));

    ProviderSnapshot snapshot = feed().snapshot(Set.of());

    assertThat(snapshot.gap()).isEmpty();
    assertThat(snapshot.partial()).isEmpty();
    assertThat(snapshot.models())
        .extracting(ListedModel::id, ListedModel::inferenceEnd)
        .containsExactly(
            tuple("gpt-4o", Optional.of(new ListedDate(LocalDate.parse("2027-01-14"), true))),
            tuple("gpt-4o-2024-08-06", Optional.empty()));
    assertThat(snapshot.models().get(0).createdAt())
        .contains(Instant.parse("2024-08-07T00:00:00Z"));
  }

  @Test
  void aResultFileIsReadFromBase64AndAFailureSaysWhetherItMayPass() {
    train(1);
    simulator.account().measured("ftjob-0", "file-1", "step,train_loss\n1,2.5\n");
    assertThat(feed().snapshot(Set.of()).jobs().get(0).training().resultFiles())
        .containsExactly("file-1");

    assertThat(feed().resultFile("file-1")).isEqualTo(JobFile.of("step,train_loss\n1,2.5\n"));
    assertThat(feed().resultFile("file-2")).isEqualTo(JobFile.lost("status 404"));
    simulator.account().filesFail(true);
    assertThat(feed().resultFile("file-1")).isEqualTo(JobFile.later("status 503"));
  }

  @Test
  void aJobComesWithWhatItTrainedAndWhoMayUseIt() {
    train(1);
    simulator.account().checkpoint("ftjob-0", CHECKPOINT, 88);
    simulator.account().permit(CHECKPOINT, "proj_a");
    simulator.account().finish("ftjob-0", TUNED, 5768);

    TuningJob job = feed().snapshot(Set.of()).jobs().get(0);

    assertThat(job.startsFrom()).isEqualTo("gpt-4o-2024-08-06");
    assertThat(job.tunedModel()).contains(TUNED);
    assertThat(job.isOver()).isTrue();
    assertThat(job.training().trainedTokens()).hasValue(5768);
    assertThat(job.training().seed()).hasValue(42);
    assertThat(job.training().method()).contains("supervised");
    assertThat(job.training().settings())
        .isEqualTo(Map.of("batch_size", "1", "learning_rate_multiplier", "1.8", "n_epochs", "3"));
    assertThat(job.checkpoints()).hasSize(1);
    assertThat(job.checkpoints().get(0).model()).isEqualTo(CHECKPOINT);
    assertThat(job.checkpoints().get(0).metrics())
        .isEqualTo(Map.of("step", "88", "train_loss", "0.467"));
    assertThat(job.checkpoints().get(0).projects()).containsExactly("proj_a");
    assertThat(job.events())
        .extracting(TuningJob.Event::message)
        .containsExactly("The job has successfully completed", "Fine-tuning job started");
  }

  @Test
  void everyPageIsRead() {
    simulator.pagesOf(3);
    train(10);

    ProviderSnapshot snapshot = feed().snapshot(Set.of());

    assertThat(snapshot.jobs()).hasSize(10);
    assertThat(snapshot.partial()).isEmpty();
  }

  @Test
  void ofJobsThatAreOverNothingMoreIsAsked() {
    train(2);

    feed().snapshot(Set.of("ftjob-0"));

    assertThat(simulator.requests())
        .contains("GET /fine_tuning/jobs/ftjob-1/events")
        .doesNotContain("GET /fine_tuning/jobs/ftjob-0/events");
  }

  @Test
  void whoeverIsBusyIsAskedAgainAfterTheTimeItNames() {
    simulator.next(Fault.BUSY, Fault.SERVER_ERROR, Fault.DROP);

    ProviderSnapshot snapshot = feed().snapshot(Set.of());

    assertThat(snapshot.gap()).isEmpty();
    assertThat(snapshot.models()).hasSize(2);
    assertThat(pauses).hasSize(3);
    assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whoeverStaysBusyDoesNotAnswer() {
    simulator.next(Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY);

    ProviderSnapshot snapshot = feed().snapshot(Set.of());

    assertThat(snapshot.gap())
        .contains(
            new PollResult.Incomplete(
                PollResult.Reason.NO_ANSWER, "status 429 rate_limit_exceeded"));
    assertThat(snapshot.models()).isEmpty();
    assertThat(simulator.requests()).hasSize(5).containsOnly("GET /models");
  }

  @Test
  void aListThatIsCutIsNoList() {
    simulator.next(Fault.HALF);

    assertThat(feed().snapshot(Set.of()).gap())
        .hasValueSatisfying(gap -> assertThat(gap.reason()).isEqualTo(PollResult.Reason.PAGES));
  }

  @Test
  void aConnectionThatEndsInTheMiddleIsTriedAgain() {
    simulator.next(Fault.CUT);

    assertThat(feed().snapshot(Set.of()).gap()).isEmpty();
    assertThat(pauses).hasSize(1);
  }

  @Test
  void aPageThatComesTwiceLeavesTheRunPartial() {
    simulator.pagesOf(3);
    train(5);
    simulator.next(Fault.NOTHING, Fault.NOTHING, Fault.ENDLESS);

    ProviderSnapshot snapshot = feed().snapshot(Set.of());

    assertThat(snapshot.gap()).isEmpty();
    assertThat(snapshot.partial())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("the same page came twice"));
  }

  @Test
  void aRefusedKeyIsNoAccessAndIsNotTriedAgain() {
    ProviderSnapshot snapshot = feedBy("sk-another-0123456789").snapshot(Set.of());

    assertThat(snapshot.gap())
        .contains(
            new PollResult.Incomplete(PollResult.Reason.NO_ACCESS, "status 401 invalid_api_key"));
    assertThat(simulator.requests()).containsExactly("GET /models");
    assertThat(snapshot.toString()).doesNotContain("sk-another");
  }

  @Test
  void aKeyThatMayNotSeePermissionsReadsTheRest() {
    train(2);
    simulator.account().checkpoint("ftjob-0", CHECKPOINT, 88);
    simulator.account().checkpoint("ftjob-1", CHECKPOINT + "9", 89);
    simulator.account().closePermissions();

    ProviderSnapshot snapshot = feed().snapshot(Set.of());

    assertThat(snapshot.partial()).isEmpty();
    assertThat(snapshot.jobs()).hasSize(2);
    assertThat(simulator.requests().stream().filter(each -> each.endsWith("/permissions")))
        .hasSize(1);
  }

  @Test
  void valuesThatCameUpLaterAreTakenAsTheyCome() throws IOException {
    simulator.close();
    simulator = new OpenAiSimulator();
    var job = simulator.account().train("ftjob-new", "gpt-9");
    simulator.account().add("gpt-9");
    job.put("estimated_finish", 1_900_000_000);
    job.putObject("method").put("type", "supervised").putObject("supervised");
    job.putNull("integrations");
    job.putNull("metadata");

    assertThat(feed().snapshot(Set.of()).jobs()).hasSize(1);
  }

  @Test
  void aCallSaysWhetherAModelIsThereAndWhichSnapshotAnswers() {
    simulator.account().means("gpt-4o", "gpt-4o-2024-08-06");

    assertThat(feed().call("gpt-4o"))
        .isEqualTo(new ProviderFeed.Answer(CallOutcome.ANSWERED, Optional.of("gpt-4o-2024-08-06")));
    simulator.account().kill("gpt-4o-2024-08-06");
    assertThat(feed().call("gpt-4o").outcome()).isEqualTo(CallOutcome.NOT_FOUND);
    assertThat(feedBy("sk-another-0123456789").call("gpt-4o").outcome())
        .isEqualTo(CallOutcome.NO_ACCESS);
  }

  @Test
  void watchedAliasesAreAskedWhatTheyMean() {
    simulator.account().means("gpt-4o", "gpt-4o-2024-08-06");

    assertThat(feed("gpt-4o").snapshot(Set.of()).resolutions())
        .isEqualTo(Map.of("gpt-4o", "gpt-4o-2024-08-06"));
  }

  @Test
  void anAddressThatIsNotConnectedToIsAFailureWithoutARetry() {
    ProviderFeed feed =
        new OpenAiConnector(LoopbackHttp.http(), CLOCK, pauses::add)
            .open(
                new ProviderAccess(
                    OutboundAddress.of("https://169.254.169.254/v1"),
                    Secret.of("sk-0123456789abcdef"),
                    List.of(),
                    Optional.empty()));

    assertThat(feed.snapshot(Set.of()).gap())
        .hasValueSatisfying(
            gap -> {
              assertThat(gap.reason()).isEqualTo(PollResult.Reason.NO_ANSWER);
              assertThat(gap.detail()).contains("not connected to");
            });
    assertThat(pauses).isEmpty();
  }
}
