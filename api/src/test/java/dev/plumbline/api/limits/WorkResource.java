package dev.plumbline.api.limits;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Computes for a while, as an expensive question does, and knows how many do at once. */
@Path("/api/v1/test/work")
@Produces("text/plain")
class WorkResource {

  private static final Map<UUID, AtomicInteger> RUNNING = new ConcurrentHashMap<>();
  private static final Map<UUID, AtomicInteger> MOST = new ConcurrentHashMap<>();

  private final CurrentCaller caller;

  WorkResource(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public String work(@RestQuery int micros) {
    UUID organisation = caller.organisation().id();
    AtomicInteger running = RUNNING.computeIfAbsent(organisation, id -> new AtomicInteger());
    MOST.computeIfAbsent(organisation, id -> new AtomicInteger())
        .accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      return Long.toHexString(busy(micros));
    } finally {
      running.decrementAndGet();
    }
  }

  static int mostAtOnce(UUID organisation) {
    return MOST.getOrDefault(organisation, new AtomicInteger()).get();
  }

  private static long busy(int micros) {
    long end = System.nanoTime() + micros * 1000L;
    long number = 88172645463325252L;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 100; i++) {
        number ^= number << 13;
        number ^= number >>> 7;
        number ^= number << 17;
      }
    }
    return number;
  }
}
