package dev.plumbline.api.cli;

import dev.plumbline.api.access.FirstLink;
import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows the first sign-in link to whoever started the product, past every log. */
@ApplicationScoped
@UnlessBuildProfile("test")
class FirstLinkPrinter {

  void print(@Observes FirstLink link) {
    System.err.println();
    System.err.println("Nobody can sign in yet. This link makes you the administrator, once:");
    System.err.println("  " + link.address());
    System.err.println();
  }
}
