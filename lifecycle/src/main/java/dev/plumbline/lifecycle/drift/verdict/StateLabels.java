package dev.plumbline.lifecycle.drift.verdict;

/** The published names of states. */
final class StateLabels implements DriftState.Cases<String> {

  @Override
  public String learning(DriftState.Learning state) {
    return "learning";
  }

  @Override
  public String ok(DriftState.Ok state) {
    return "ok";
  }

  @Override
  public String suspected(DriftState.Suspected state) {
    return "suspected";
  }

  @Override
  public String confirmed(DriftState.Confirmed state) {
    return "confirmed";
  }

  @Override
  public String cleared(DriftState.Cleared state) {
    return "cleared";
  }

  @Override
  public String servingChange(DriftState.ServingChange state) {
    return "serving_change";
  }

  @Override
  public String gone(DriftState.Gone state) {
    return "gone";
  }

  @Override
  public String notMeasurable(DriftState.NotMeasurable state) {
    return "not_measurable";
  }
}
