package dev.plumbline.lifecycle.change;

/** Says a verdict about going back. */
final class RollbackSentence implements RollbackCheck.Cases<String> {

  @Override
  public String servable(RollbackCheck.Servable servable) {
    return "%s answered at %s and can be called until %s%s"
        .formatted(
            servable.target(),
            servable.verifiedAt(),
            servable.until().minusDays(1),
            servable.mayBeLater() ? " or later" : "");
  }

  @Override
  public String endsTooSoon(RollbackCheck.EndsTooSoon refused) {
    return "%s ends on %s, and one must be able to go back to it until %s"
        .formatted(refused.target(), refused.ends(), refused.neededUntil());
  }

  @Override
  public String unproven(RollbackCheck.Unproven unproven) {
    return unproven.reason();
  }

  @Override
  public String noTarget(RollbackCheck.NoTarget none) {
    return none.reason();
  }
}
