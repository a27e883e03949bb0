package dev.plumbline.api.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** For tests without a container: connects to this machine, and to nothing else inside. */
public final class LoopbackHttp {

  private LoopbackHttp() {}

  public static OutboundHttp http() {
    return new OutboundHttp(
        AddressRules.allowing(List.of("127.0.0.1")),
        new SystemNames(),
        Set.of(443),
        Duration.ofSeconds(3));
  }
}
