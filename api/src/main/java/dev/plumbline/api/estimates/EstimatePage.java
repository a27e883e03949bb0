package dev.plumbline.api.estimates;

import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Upload a training file, see what training and traffic will cost. */
@Path("/estimate")
class EstimatePage {

  private final Template form;
  private final Shells shells;

  EstimatePage(@Location("estimates/form") Template form, Shells shells) {
    this.form = form;
    this.shells = shells;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String show() {
    return form.data("shell", shells.of(Section.ESTIMATE, "Estimate")).render();
  }
}
