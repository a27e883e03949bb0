package dev.plumbline.lifecycle.pinning;

/**
 * What a rollback target must be like.
 *
 * @param verifiedDays how old the last answered call may be, in days
 * @param livesDays how many days it must still be callable
 */
public record RollbackDemand(int verifiedDays, int livesDays) {

  public RollbackDemand {
    PinningPolicy.requireDays("rollback_verified_days", verifiedDays);
    PinningPolicy.requireDays("rollback_lives_days", livesDays);
  }
}
