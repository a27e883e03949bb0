package dev.plumbline.lifecycle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.finding.Finding;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossReviewTest {

  @Test
  void aCurveThatFlattensIsNotConspicuous() {
    assertThat(codes(i -> 1 / (1 + i / 5.0), i -> .3 + Math.exp(-i / 4.0))).isEmpty();
  }

  @Test
  void validationThatRisesWhileTrainingFallsIsOverFittingWithItsBestStep() {
    List<Finding> findings = findings(i -> 1.0 / i, i -> .5 + Math.abs(i - 20) / 100.0);

    assertThat(findings).extracting(Finding::code).containsExactly("OVER_FITTED");
    assertThat(findings.get(0).remedy()).contains("step 20");
  }

  @Test
  void validationThatRisesWithTrainingIsNotOverFitting() {
    assertThat(codes(i -> 1 + i / 100.0, i -> .5 + Math.abs(i - 20) / 100.0))
        .doesNotContain("OVER_FITTED");
  }

  @Test
  void trainingThatEndsFarAboveItsBeginningHasDiverged() {
    assertThat(codes(i -> 1 + i / 20.0, i -> .5)).containsExactly("LOSS_DIVERGED");
  }

  @Test
  void oneLossThatIsNoNumberIsTold() {
    List<Finding> findings = findings(i -> i == 7 ? Double.NaN : 1.0 / i, i -> .5);

    assertThat(findings).extracting(Finding::code).containsExactly("LOSS_NOT_FINITE");
    assertThat(findings.get(0).message()).contains("step 7");
  }

  @Test
  void aCurveThatStillFallsIsWorthAnotherEpoch() {
    assertThat(codes(i -> 1.0 / i, i -> 2 - i / 30.0)).containsExactly("STILL_FALLING");
  }

  @Test
  void withoutValidationNothingIsSaidAboutOverFitting() {
    LossCurve curve =
        LossCurve.of(
            IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new LossPoint(i, OptionalDouble.of(1.0 / i), OptionalDouble.empty()))
                .toList());

    assertThat(new LossReview(curve, "job").findings())
        .extracting(Finding::code)
        .containsExactly("NO_VALIDATION");
  }

  @Test
  void twoSourcesOfOneStepAreOnePoint() {
    LossCurve curve =
        LossCurve.of(
            List.of(
                new LossPoint(2, OptionalDouble.empty(), OptionalDouble.of(.7)),
                new LossPoint(1, OptionalDouble.of(2), OptionalDouble.of(.6)),
                new LossPoint(2, OptionalDouble.of(1), OptionalDouble.of(9))));

    assertThat(curve.points())
        .containsExactly(
            new LossPoint(1, OptionalDouble.of(2), OptionalDouble.of(.6)),
            new LossPoint(2, OptionalDouble.of(1), OptionalDouble.of(.7)));
    assertThat(curve.best()).map(LossPoint::step).contains(1);
  }

  private static List<String> codes(IntToDoubleFunction training, IntToDoubleFunction validation) {
    return findings(training, validation).stream().map(Finding::code).toList();
  }

  private static List<Finding> findings(
      IntToDoubleFunction training, IntToDoubleFunction validation) {
    return new LossReview(
            LossCurve.of(
                IntStream.rangeClosed(1, 50)
                    .mapToObj(
                        i ->
                            new LossPoint(
                                i,
                                OptionalDouble.of(training.applyAsDouble(i)),
                                OptionalDouble.of(validation.applyAsDouble(i))))
                    .toList()),
            "job")
        .findings();
  }
}
