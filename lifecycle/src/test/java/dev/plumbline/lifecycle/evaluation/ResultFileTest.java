package dev.plumbline.lifecycle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFileTest {

  @Test
  void aFileOfOpenAiHasValidationAtSomeSteps() throws IOException {
    ResultFile.Reading reading =
        read(
            """
            step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy
            1,1.52347,0.63,,
            2,0.57719,0.79,0.61,0.75
            """);

    assertThat(reading.isSound()).isTrue();
    assertThat(reading.curve().points())
        .containsExactly(
            new LossPoint(1, OptionalDouble.of(1.52347), OptionalDouble.empty()),
            new LossPoint(2, OptionalDouble.of(.57719), OptionalDouble.of(.61)));
  }

  @Test
  void ofAzureTheLossOnTheWholeValidationFileCountsForMore() throws IOException {
    ResultFile.Reading reading =
        read("step,train_loss,valid_loss,full_valid_loss\n1,2,1.5,1.25\n2,1,1.4,\n");

    assertThat(reading.curve().points())
        .extracting(LossPoint::validation)
        .containsExactly(OptionalDouble.of(1.25), OptionalDouble.of(1.4));
  }

  @Test
  void aLossThatIsNoNumberIsKeptForTheReview() throws IOException {
    assertThat(read("step,train_loss\n1,NaN\n").curve().points().get(0).training().getAsDouble())
        .isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epoch,loss\\n1,2|1|step",
        "step,train_loss\\n1,2\\ntwo,1|3|step",
        "step,train_loss\\n0,2|2|step",
        "step,train_loss\\n1,high|2|step",
        "step,train_loss|0|''",
        "step,step,train_loss\\n1,1,2|0|''",
      })
  void whatCannotBeReadNamesLineAndField(String text, long line, String field) throws IOException {
    ResultFile.Reading reading = read(text.replace("\\n", "\n"));

    assertThat(reading.isSound()).isFalse();
    assertThat(reading.findings().get(0).where().line()).isEqualTo(line);
    assertThat(reading.findings().get(0).where().field()).isEqualTo(field);
  }

  private static ResultFile.Reading read(String text) throws IOException {
    return ResultFile.read(new StringReader(text), "results.csv");
  }
}
