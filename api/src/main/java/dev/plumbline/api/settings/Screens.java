package dev.plumbline.api.settings;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.NavLink;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the sections have in common: the frame, and how a change ends. */
@ApplicationScoped
class Screens {

  /** Refusals that the person can put right in the form; the others have a page of their own. */
  private static final Set<Integer> CAN_BE_PUT_RIGHT = Set.of(400, 409);

  private final Shells shells;
  private final CurrentCaller caller;

  Screens(Shells shells, CurrentCaller caller) {
    this.shells = shells;
    this.caller = caller;
  }

  Caller caller() {
    return caller.get();
  }

  TemplateInstance begin(Template template, Tab tab, Notice notice) {
    return template
        .data("shell", shells.of(Section.SETTINGS, tab.label() + " · Settings"))
        .data("tabs", tabs(tab))
        .data("notice", notice);
  }

  private List<NavLink> tabs(Tab current) {
    return Arrays.stream(Tab.values())
        .filter(each -> each.isFor(caller.get().grants()))
        .map(each -> each.link(current))
        .toList();
  }

  static Response done(Tab tab, Done done) {
    return Response.seeOther(URI.create(tab.address() + "?done=" + done.key())).build();
  }

  /**
   * The section once more with what is wrong.
   *
   * @throws ProblemException as it was, when the form cannot help
   */
  static Response refused(ProblemException e, Function<Notice, String> page) {
    int status = e.problem().code().status();
    if (!CAN_BE_PUT_RIGHT.contains(status)) {
      throw e;
    }
    return Response.status(status).entity(page.apply(Notice.refused(e.problem()))).build();
  }

  /** A moment to the minute, in UTC. */
  static String minute(Instant moment) {
    return moment.toString().substring(0, 16).replace('T', ' ');
  }
}
