package dev.plumbline.api.breakeven;

import dev.plumbline.api.web.QueryValues;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** From which volume does fine-tuning pay? All of the page's state is its address. */
@Path("/")
class BreakEvenPage {

  private final Template page;
  private final Shells shells;
  private final PriceCatalogue catalogue;
  private final Clock clock;

  BreakEvenPage(
      @Location("breakeven/page") Template page,
      Shells shells,
      PriceCatalogue catalogue,
      Clock clock) {
    this.page = page;
    this.shells = shells;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String home(@Context UriInfo address) {
    return show(address);
  }

  @GET
  @Path("break-even")
  @Produces(MediaType.TEXT_HTML)
  public String show(@Context UriInfo address) {
    QueryValues values = valuesOf(address);
    TemplateInstance shown =
        page.data("shell", shells.of(Section.BREAK_EVEN, "Break-even"))
            .data("answer", null)
            .data("unpriced", null)
            .data("csv", Links.of("/break-even", address));
    try {
      BreakEvenResult result =
          new BreakEvenQuestion(new BreakEvenInputs(values), catalogue, new ModelEnds()).answer();
      if (values.refusals().isEmpty()) {
        shown.data("answer", BreakEvenView.of(result));
      }
    } catch (UnpricedException e) {
      shown.data("unpriced", e.getMessage());
    } catch (IllegalArgumentException e) {
      // inputs that are right one by one and impossible together
      shown.data("unpriced", e.getMessage());
    }
    return shown
        .data("refusals", values.refusals().entrySet())
        .data("groups", new BreakEvenFields(values, ModelChoices.of(catalogue)).groups())
        .render();
  }

  private QueryValues valuesOf(UriInfo address) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return QueryValues.of(address, BreakEvenDefaults.on(today));
  }
}
