package dev.plumbline.api.web;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the frame of a page: titles, navigation and the addresses of the bundled files. */
@ApplicationScoped
public class Shells {

  private final Bundle bundle;
  private final CurrentCaller caller;
  private final Visitors visitors;

  Shells(Bundle bundle, CurrentCaller caller, Visitors visitors) {
    this.bundle = bundle;
    this.caller = caller;
    this.visitors = visitors;
  }

  public Shell of(Section section, String title) {
    Optional<Caller> reader = caller.find();
    List<NavLink> links =
        Arrays.stream(Section.values())
            .filter(each -> each.isFor(reader))
            .map(each -> each.link(section))
            .toList();
    return new Shell(
        title,
        links,
        visitors.current(),
        bundle.style("app"),
        bundle.script("app"),
        bundle.script("theme"));
  }
}
