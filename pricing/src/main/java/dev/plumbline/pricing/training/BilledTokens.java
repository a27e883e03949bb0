package dev.plumbline.pricing.training;

import dev.plumbline.core.model.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens that a provider bills for a plan, which is not always what is trained.
 *
 * @param notes what was assumed or is billed apart, in sentences
 */
record BilledTokens(long tokens, List<String> notes) {

  BilledTokens {
    notes = List.copyOf(notes);
  }

  static BilledTokens of(TrainingPlan plan) throws MissingTermException {
    if (plan.provider().equals(Provider.TOGETHER)) {
      return together(plan);
    }
    List<String> notes = new ArrayList<>();
    if (plan.rows().validation().tokens() > 0) {
      notes.add("validation tokens are not charged");
    }
    if (plan.provider().equals(Provider.FIREWORKS)) {
      notes.add("GPU seconds of a dedicated deployment are billed apart and are not in here");
    }
    if (plan.method() == TrainingMethod.DPO) {
      notes.add("whether the non-preferred answers are billed too is not published");
    }
    return new BilledTokens(plan.trainedTokens().tokens(), notes);
  }

  /** Evaluations are billed, and rows without packing are filled up to the maximum length. */
  private static BilledTokens together(TrainingPlan plan) throws MissingTermException {
    long validation = plan.rows().validation().tokens();
    if (validation > 0 && plan.terms().evaluations().isEmpty()) {
      throw new MissingTermException(
          "Together bills each evaluation of the validation rows; say how many there will be");
    }
    List<String> notes = new ArrayList<>();
    long trained = plan.trainedTokens().tokens();
    if (plan.terms().paddedLength().isPresent()) {
      long length = plan.terms().paddedLength().getAsLong();
      trained =
          Math.multiplyExact(
              Math.multiplyExact(plan.rows().rows(), length),
              (long) plan.epochs().count() * plan.runs());
      notes.add("without packing every row counts as %d tokens".formatted(length));
    } else {
      notes.add("rows are packed; without packing each row costs the maximum sequence length");
    }
    long evaluated =
        Math.multiplyExact(validation, plan.terms().evaluations().orElse(0) * plan.runs());
    return new BilledTokens(Math.addExact(trained, evaluated), notes);
  }
}
