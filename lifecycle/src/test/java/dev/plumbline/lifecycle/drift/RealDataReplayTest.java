package dev.plumbline.lifecycle.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.comparison.McNemarTest;
import dev.plumbline.lifecycle.drift.comparison.Measure;
import dev.plumbline.lifecycle.drift.comparison.PairedValues;
import dev.plumbline.lifecycle.drift.comparison.SignedRankTest;
import dev.plumbline.lifecycle.drift.comparison.TestResult;
import dev.plumbline.lifecycle.drift.fingerprint.LeaderClusters;
import dev.plumbline.lifecycle.drift.fingerprint.WeeklyMix;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays of real answers; skipped where the data is not, see {@link SharedData}. */
class RealDataReplayTest {

  private static final Pattern VERDICT = Pattern.compile("\\[(yes|no)]", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHOICE = Pattern.compile("\\([A-Z]\\)");

  /** Two versions of two models on prime numbers: published direction and size. */
  @ParameterizedTest
  @CsvSource({
    "gpt-4-0314, gpt-4-0613, 477, 139, 2.81e-44, -.338",
    "gpt-3.5-turbo-0301, gpt-3.5-turbo-0613, 242, 404, 1.93e-10, .162",
  })
  void primesChangedAsPublished(
      String old, String young, long lost, long won, double p, double difference)
      throws IOException {
    McNemarTest test = paired("PRIME_FULL_EVAL.csv", old, young, RealDataReplayTest::isRight);

    assertThat(test).isEqualTo(new McNemarTest(lost, won, 1_000));
    TestResult result = test.result();
    assertThat(result.p() / p).isCloseTo(1, within(.005));
    assertThat(result.effect().estimate()).isCloseTo(difference, within(1e-9));
    assertThat(result.effect().interval().orElseThrow().contains(0)).isFalse();
  }

  /** One version lost its format; the other pair is a null that nobody may report. */
  @ParameterizedTest
  @CsvSource({
    "gpt-4-0314, gpt-4-0613, 1125, 1, true",
    "gpt-3.5-turbo-0301, gpt-3.5-turbo-0613, 17, 22, false",
  })
  void opinionsChangedTheirFormatAsPublished(
      String old, String young, long lost, long won, boolean differs) throws IOException {
    McNemarTest test =
        paired(
            "OPINIONQA_EVAL.csv", old, young, row -> CHOICE.matcher(row.get("answer")).lookingAt());

    assertThat(test).isEqualTo(new McNemarTest(lost, won, 1_506));
    assertThat(test.result().p() <= .01).isEqualTo(differs);
  }

  /** 215.4 tokens became 2.9: the answers collapsed to a word. */
  @Test
  void theLengthOfAnswersCollapsedAsPublished() throws IOException {
    PairedValues lengths =
        new PairedValues(
            Measure.LENGTH,
            lengths("PRIME_FULL_EVAL.csv", "gpt-4-0314"),
            lengths("PRIME_FULL_EVAL.csv", "gpt-4-0613"));

    TestResult result = new SignedRankTest(lengths).result();

    assertThat(result.p()).isLessThan(1e-50);
    assertThat(result.effect().estimate()).isLessThan(-.9);
  }

  /** Measured in the reference: fifteen clusters in 133 calls, all within the first 80. */
  @Test
  void aMonthOfRepliesFallsIntoFifteenClusters() throws IOException {
    List<LogProbabilities> replies =
        SharedData.august().stream().map(SharedData.Call::reply).toList();
    LeaderClusters clusters = new LeaderClusters(replies.subList(0, 60));
    int atEighty = 0;
    for (int i = 0; i < replies.size(); i++) {
      clusters.assign(replies.get(i));
      atEighty = i == 79 ? clusters.size() : atEighty;
    }
    assertThat(replies).hasSize(133);
    assertThat(clusters.size()).isEqualTo(15);
    assertThat(atEighty).isEqualTo(15);
  }

  /** The mixture of a stable model moved: information, and nobody is woken. */
  @Test
  void theAugustStreamIsAServingChangeAndWakesNobody() throws IOException {
    List<CycleObservations> calls = new ArrayList<>();
    for (SharedData.Call call : SharedData.august()) {
      ArmObservations arm =
          new ArmObservations(
              Arm.TARGET, "gpt-4o", List.of(), List.of(), List.of(call.reply()), new TreeMap<>());
      calls.add(CycleObservations.of(calls.size(), call.at(), List.of(arm)));
    }
    DriftMonitor monitor =
        new DriftMonitor(
            MonitorSettings.usual(1, new AlphaGrant(2026, 1, .05), 1e5), calls.subList(0, 60));

    List<DriftVerdict> verdicts =
        calls.subList(60, calls.size()).stream().map(monitor::observe).toList();

    assertThat(verdicts).noneMatch(DriftVerdict::page);
    assertThat(new TreeSet<>(verdicts.stream().map(one -> one.state().label()).toList()))
        .contains("serving_change")
        .doesNotContain("confirmed", "suspected");
  }

  /**
   * The stream above finds a clump of a few days; over the whole time the shares are the same, p =
   * .068. So a digest needs both.
   */
  @Test
  void theMixOfAugustIsTheSameOverLongerTimes() throws IOException {
    List<LogProbabilities> replies =
        SharedData.august().stream().map(SharedData.Call::reply).toList();

    WeeklyMix mix =
        WeeklyMix.of(
                LocalDate.parse("2026-08-03"),
                replies.subList(0, 60),
                replies.subList(60, replies.size()),
                1)
            .orElseThrow();

    assertThat(mix.hasMoved()).as("p = %s", mix.test().p()).isFalse();
  }

  private static boolean isRight(CSVRecord row) {
    Matcher verdicts = VERDICT.matcher(row.get("answer"));
    String last = "";
    while (verdicts.find()) {
      last = verdicts.group(1).toLowerCase(Locale.ROOT);
    }
    return last.equals(row.get("ref_answer").toLowerCase(Locale.ROOT));
  }

  /** Rows of both models are in the same order. */
  private static McNemarTest paired(
      String file, String old, String young, Predicate<CSVRecord> passes) throws IOException {
    List<CSVRecord> before = rows(file, old);
    List<CSVRecord> now = rows(file, young);
    long lost = 0;
    long won = 0;
    for (int i = 0; i < before.size(); i++) {
      boolean first = passes.test(before.get(i));
      boolean second = passes.test(now.get(i));
      lost += first && !second ? 1 : 0;
      won += !first && second ? 1 : 0;
    }
    return new McNemarTest(lost, won, before.size());
  }

  private static List<Double> lengths(String file, String model) throws IOException {
    return rows(file, model).stream()
        .map(row -> Double.parseDouble(row.get("answer_token")))
        .toList();
  }

  private static List<CSVRecord> rows(String file, String model) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();
    try (CSVParser parser = CSVParser.parse(SharedData.file("llmdrift/" + file), UTF_8, format)) {
      return parser.stream().filter(row -> row.get("model").endsWith("/" + model)).toList();
    }
  }
}
