package dev.plumbline.core.alert;

import java.util.Collection;

/** Which condition makes another one noise: telling of both would hide the cause. */
public final class Inhibition {

  private static final String PROVIDER_DOWN = "provider.down";
  private static final String MODEL_MISSING = "model.missing";
  private static final String MODEL_GONE = "model.gone";
  private static final String DRIFT = "model.drift";
  private static final String IDLE = "model.idle";

  private Inhibition() {}

  /** Whether any of the conditions that hold now mutes this one. */
  public static boolean mutes(Collection<Condition> holding, Condition muted) {
    return holding.stream().anyMatch(each -> mutes(each, muted));
  }

  static boolean mutes(Condition loud, Condition muted) {
    if (loud.key().equals(muted.key())) {
      return false;
    }
    boolean sameSubject =
        !loud.key().subject().isEmpty() && loud.key().subject().equals(muted.key().subject());
    return switch (loud.key().rule()) {
          case PROVIDER_DOWN ->
              muted.key().rule().equals(MODEL_MISSING) && loud.provider().equals(muted.provider());
          case MODEL_GONE ->
              sameSubject && (muted.key().rule().equals(DRIFT) || muted.key().rule().equals(IDLE));
          default -> false;
        }
        || (sameSubject
            && loud.severity() == AlertSeverity.CRITICAL
            && muted.severity() == AlertSeverity.WARNING);
  }
}
