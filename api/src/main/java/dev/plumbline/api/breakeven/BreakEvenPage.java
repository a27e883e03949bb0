package dev.plumbline.api.breakeven;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.scenarios.CurrentAnswers;
import dev.plumbline.api.web.ModelChoices;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
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
  private final CurrentPrices prices;
  private final CurrentAnswers answers;
  private final Clock clock;

  BreakEvenPage(
      @Location("breakeven/page") Template page,
      Shells shells,
      CurrentPrices prices,
      CurrentAnswers answers,
      Clock clock) {
    this.page = page;
    this.shells = shells;
    this.prices = prices;
    this.answers = answers;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.BREAK_EVEN)
  @Produces(MediaType.TEXT_HTML)
  public String home(@Context UriInfo address) {
    return show(address);
  }

  @GET
  @PermissionsAllowed(Permissions.BREAK_EVEN)
  @Path("break-even")
  @Produces(MediaType.TEXT_HTML)
  public String show(@Context UriInfo address) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    BreakEvenQuestion question = BreakEvenQuestion.ask(address, answers.get(), today);
    ModelChoices models = ModelChoices.of(prices.catalogue());
    return page.data("shell", shells.of(Section.BREAK_EVEN, "Break-even"))
        .data(
            "answer",
            question.answer().map(found -> AnswerViews.of(found, prices.catalogue())).orElse(null))
        .data("obstacle", question.obstacle())
        .data("groups", new BreakEvenFields(question.values(), models).groups())
        .data("links", Links.of(address, question.parameters()))
        .render();
  }
}
