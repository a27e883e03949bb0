package dev.plumbline.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir Path folder;

  @Test
  void lossesThatDivergedFailWithTheReason() throws IOException {
    String file =
        file(
            "results.csv",
            IntStream.rangeClosed(1, 20)
                .mapToObj(i -> i + "," + (1 + i / 5.0))
                .collect(Collectors.joining("\n", "step,train_loss\n", "\n")));

    var run = CommandLineRun.of("evaluate", "losses", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("LOSS_DIVERGED", "lower learning rate", "NO_VALIDATION");
    assertThat(run.err()).contains("20 steps");
  }

  @Test
  void aFileThatIsNoneNamesItsLine() throws IOException {
    var run = CommandLineRun.of("evaluate", "losses", file("r.csv", "step,train_loss\n1,much\n"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("r.csv:2 step");
  }

  @Test
  void aHoldOutIsComparedWithoutTheRowsThatWereTrainedOn() throws IOException {
    String base = file("base.jsonl", answers(80, i -> i % 2 == 0));
    String tuned = file("tuned.jsonl", answers(80, i -> i % 10 != 0));

    var run =
        CommandLineRun.of(
            "evaluate",
            "hold-out",
            base,
            tuned,
            "--training",
            training("Question 7?"),
            "--format",
            "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"outcome\" : \"non_inferior\"", "\"rows\" : 79", "\"leaked\" : 1");
  }

  @Test
  void fewerThanFiftyRowsAndRowsWithoutAPromptAreRefused() throws IOException {
    String few = file("few.jsonl", answers(20, i -> true));
    String blind =
        file("blind.jsonl", answers(60, i -> true).replace("\"prompt\"", "\"prompt_id\""));

    var small = CommandLineRun.of("evaluate", "hold-out", few, few, "--training", training("X"));
    var unseen =
        CommandLineRun.of("evaluate", "hold-out", blind, blind, "--training", training("X"));

    assertThat(small.exitCode()).isEqualTo(3);
    assertThat(small.err()).contains("20 rows").contains("at least 50");
    assertThat(unseen.exitCode()).isEqualTo(3);
    assertThat(unseen.err()).contains("blind.jsonl: line 1").contains("no leak can be found");
  }

  @Test
  void aRehearsalSaysFamilyByFamilyWhetherTheNewModelIsNoWorse() throws IOException {
    String old = file("old.jsonl", answers(200, i -> true));
    String same = file("same.jsonl", answers(200, i -> i % 100 != 0));
    String worse = file("worse.jsonl", answers(200, i -> i % 3 != 0));

    var good = CommandLineRun.of("drift", "rehearse", old, same);
    var bad = CommandLineRun.of("drift", "rehearse", old, worse, "--format", "json");
    var open = CommandLineRun.of("drift", "rehearse", old, same, "--margin", "0.001");

    assertThat(good.exitCode()).isZero();
    assertThat(good.out()).contains("non_inferior", "no worse in every family", "lost   format");
    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.out()).contains("\"inferior\"", "\"lost\" : 67");
    assertThat(open.exitCode()).isEqualTo(1);
    assertThat(open.out()).contains("Open: about");
  }

  @Test
  void promptsThatOnlyOneFileHasAreNamed() throws IOException {
    String old = file("old.jsonl", answers(3, i -> true));
    String other = file("new.jsonl", answers(2, i -> true));

    var run = CommandLineRun.of("drift", "rehearse", old, other);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("new.jsonl: the prompt of").contains("old.jsonl:3");
  }

  private String training(String question) throws IOException {
    return file(
        "train.jsonl",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"},{\"role\":\"assistant\",\"content\":\"A\"}]}\n"
            .formatted(question));
  }

  private static String answers(int count, IntPredicate passes) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"prompt\":\"Question %d?\",\"family\":\"format\",\"passed\":%s}\n"
                    .formatted(i, passes.test(i)))
        .collect(Collectors.joining());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, UTF_8).toString();
  }
}
