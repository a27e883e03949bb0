package dev.plumbline.api.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Makes the frame of a page: titles, navigation and the addresses of the bundled files. */
@ApplicationScoped
public class Shells {

  private final Bundle bundle;

  Shells(Bundle bundle) {
    this.bundle = bundle;
  }

  public Shell of(Section section, String title) {
    List<NavLink> links =
        Arrays.stream(Section.values())
            .filter(each -> each != Section.NONE)
            .map(each -> each.link(section))
            .toList();
    return new Shell(
        title, links, bundle.style("app"), bundle.script("app"), bundle.script("theme"));
  }
}
