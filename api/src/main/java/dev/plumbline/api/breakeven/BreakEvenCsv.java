package dev.plumbline.api.breakeven;

import dev.plumbline.api.breakeven.AnswerView.AssumptionRow;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.scenarios.CurrentAnswers;
import dev.plumbline.api.scenarios.ScenarioOutcome.Answered;
import dev.plumbline.api.web.CsvText;
import dev.plumbline.core.money.Money;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The curve and the assumptions of the same address as files. Amounts are exact. */
@Path("/")
class BreakEvenCsv {

  private static final List<String> ASSUMPTIONS =
      List.of(
          "side",
          "subject",
          "value",
          "unit",
          "price_row",
          "valid_from",
          "seen",
          "certainty",
          "source",
          "note");

  private final CurrentPrices prices;
  private final CurrentAnswers answers;
  private final Clock clock;

  BreakEvenCsv(CurrentPrices prices, CurrentAnswers answers, Clock clock) {
    this.prices = prices;
    this.answers = answers;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.BREAK_EVEN)
  @Path("break-even/curve.csv")
  @Produces("text/csv")
  public Response curve(@Context UriInfo address) {
    Answered answered = answered(address);
    if (!VolumeChart.isDrawable(answered.comparison().answers().get(0))) {
      throw Problem.of(ErrorCode.NOT_FOUND, "No time is left in which costs could be compared.")
          .withRemedy("choose an earlier day or another model")
          .asException();
    }
    VolumeChart chart = VolumeChart.of(answered.comparison().answers());
    List<String> header = new ArrayList<>(List.of("requests_a_month"));
    chart.names().forEach(name -> header.add(name + " (USD a month)"));
    return file(
        "plumbline-curve.csv", header, chart.points().stream().map(BreakEvenCsv::cells).toList());
  }

  @GET
  @PermissionsAllowed(Permissions.BREAK_EVEN)
  @Path("break-even/assumptions.csv")
  @Produces("text/csv")
  public Response assumptions(@Context UriInfo address) {
    List<List<String>> rows =
        AssumptionRows.of(answered(address), prices.catalogue()).stream()
            .map(BreakEvenCsv::cells)
            .toList();
    return file("plumbline-assumptions.csv", ASSUMPTIONS, rows);
  }

  private Answered answered(UriInfo address) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    BreakEvenQuestion question = BreakEvenQuestion.ask(address, answers.get(), today);
    return question
        .answer()
        .orElseThrow(
            () ->
                Problem.of(
                        ErrorCode.INVALID_INPUT,
                        question.obstacle().isEmpty()
                            ? question.values().refusals().toString()
                            : question.obstacle())
                    .withRemedy("correct the inputs on the break-even page")
                    .asException());
  }

  private static List<String> cells(VolumeChart.Point point) {
    List<String> cells = new ArrayList<>(List.of(point.volume().toPlainString()));
    point.costs().stream().map(Money::toPlainString).forEach(cells::add);
    return cells;
  }

  private static List<String> cells(AssumptionRow row) {
    return List.of(
        row.side(),
        row.subject(),
        row.value(),
        row.unit(),
        row.row(),
        row.from(),
        row.seen(),
        row.certainty(),
        row.source(),
        row.note());
  }

  private static Response file(String name, List<String> header, List<List<String>> rows) {
    return Response.ok(CsvText.of(header, rows), CsvText.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
