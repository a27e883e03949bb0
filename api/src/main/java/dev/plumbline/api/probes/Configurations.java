package dev.plumbline.api.probes;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.providers.ProbeEndpoints;
import dev.plumbline.api.syncs.AccountAccess;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * With what a run is asked. When one of these differs from the baseline's, other answers may come
 * from ourselves, and no change of the model is confirmed.
 */
@ApplicationScoped
class Configurations {

  private final AccountAccess accounts;
  private final ProbeEndpoints endpoints;

  Configurations(AccountAccess accounts, ProbeEndpoints endpoints) {
    this.accounts = accounts;
    this.endpoints = endpoints;
  }

  /**
   * SDK, endpoint of each arm, and of the work its suite and its sampling. Not our own version: a
   * suite is frozen, and an upgrade of the product shall not end the watch.
   */
  SortedMap<String, String> of(
      Organisation organisation, Target target, ProbeRun run, List<Call> calls) {
    SortedMap<String, String> asked = new TreeMap<>();
    asked.put("sdk", endpoints.client());
    for (Target.TargetArm arm : target.arms()) {
      accounts
          .address(organisation, arm.account())
          .ifPresent(address -> asked.put("endpoint of " + arm.arm().name(), address));
    }
    run.suite().ifPresent(id -> asked.put("suite of " + run.work().label(), id.toString()));
    asked.put("sampling of " + run.work().label(), sampling(calls));
    return asked;
  }

  /** A hash, because a suite may set another one for each of its probes. */
  private static String sampling(List<Call> calls) {
    return Sha256.hex(
        calls.stream()
            .map(Call::probe)
            .map(Probe::sampling)
            .map(Object::toString)
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n")));
  }
}
