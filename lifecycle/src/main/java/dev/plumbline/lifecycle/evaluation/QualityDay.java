package dev.plumbline.lifecycle.evaluation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an application reported about one day's answers.
 *
 * @param day UTC
 * @param answers that were graded
 * @param passes those with a grade of one half or more
 * @param sum of all grades, each from 0 to 1
 */
public record QualityDay(LocalDate day, long answers, long passes, BigDecimal sum) {

  public QualityDay {
    requireNonNull(day, "day");
    requireNonNull(sum, "sum");
    if (answers < 1
        || passes < 0
        || passes > answers
        || sum.signum() < 0
        || sum.compareTo(BigDecimal.valueOf(answers)) > 0) {
      throw new IllegalArgumentException(
          "%d answers, %d passes, grades of %s".formatted(answers, passes, sum));
    }
  }

  QualityDay plus(QualityDay later) {
    return new QualityDay(
        later.day, answers + later.answers, passes + later.passes, sum.add(later.sum));
  }

  double mean() {
    return sum.doubleValue() / answers;
  }
}
