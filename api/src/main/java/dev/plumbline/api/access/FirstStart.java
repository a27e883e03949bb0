package dev.plumbline.api.access;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;

/** Once the server's address is known, hands the first link to whoever shows it. */
@ApplicationScoped
class FirstStart {

  private final FirstAdministrator first;
  private final Event<FirstLink> links;

  FirstStart(FirstAdministrator first, Event<FirstLink> links) {
    this.first = first;
    this.links = links;
  }

  void begin(@ObservesAsync HttpServerStart started) {
    first.link().ifPresent(links::fire);
  }
}
