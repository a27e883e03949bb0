package dev.plumbline.api.secrets;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys that an operator gives by settings or the environment, or has not given. */
record KeysOfSettings(Optional<KeyRing> ring) implements KeySource {

  private static final String SETTING = "plumbline.secrets.master-key";

  static KeysOfSettings none() {
    return new KeysOfSettings(Optional.empty());
  }

  static KeysOfSettings of(String current, List<String> previous) {
    List<String> lines = new ArrayList<>(List.of(current));
    lines.addAll(previous);
    return new KeysOfSettings(Optional.of(KeyRing.parse(lines, SETTING + " and its previous")));
  }

  @Override
  public void add(String line) {
    throw Problem.of(ErrorCode.CONFLICT, "the master keys come from settings, which are not ours")
        .withRemedy(
            "set plumbline.secrets.master-key to a new version and key, plumbline.secrets.previous-master-keys"
                + " to the old ones, restart, and run the rotation again")
        .asException();
  }

  @Override
  public boolean makesItsFirst() {
    return false;
  }

  @Override
  public String name() {
    return ring.isPresent() ? "settings" : "none";
  }
}
