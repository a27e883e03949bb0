package dev.plumbline.pricing.cost;

/** Takes answers apart that a test knows the kind of; the other kind fails with its reason. */
final class Answers {

  private Answers() {}

  static CostBreakdown priced(Estimate estimate) {
    return estimate.match(
        new Estimate.Cases<CostBreakdown>() {
          @Override
          public CostBreakdown priced(CostBreakdown breakdown) {
            return breakdown;
          }

          @Override
          public CostBreakdown unpriced(Estimate.Unpriced unpriced) {
            throw new AssertionError("unpriced: " + unpriced);
          }
        });
  }

  static Estimate.Unpriced unpriced(Estimate estimate) {
    return estimate.match(
        new Estimate.Cases<Estimate.Unpriced>() {
          @Override
          public Estimate.Unpriced priced(CostBreakdown breakdown) {
            throw new AssertionError("priced: " + breakdown);
          }

          @Override
          public Estimate.Unpriced unpriced(Estimate.Unpriced unpriced) {
            return unpriced;
          }
        });
  }
}
