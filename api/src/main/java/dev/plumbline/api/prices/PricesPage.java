package dev.plumbline.api.prices;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.pricing.catalogue.ListPrice;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue for people: search it, follow one price through time, see who contradicts whom. */
@Path("/prices")
class PricesPage {

  private static final int PAGE_SIZE = 100;
  private static final int MOST_PAGES = 100_000;

  private final Template list;
  private final Template detail;
  private final Shells shells;
  private final CurrentPrices prices;
  private final Clock clock;

  PricesPage(
      @Location("prices/list") Template list,
      @Location("prices/detail") Template detail,
      Shells shells,
      CurrentPrices prices,
      Clock clock) {
    this.list = list;
    this.detail = detail;
    this.shells = shells;
    this.prices = prices;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Produces(MediaType.TEXT_HTML)
  public String search(@Context UriInfo address) {
    QueryValues values = valuesOf(address);
    List<ListPrice> believed = prices.catalogue().believed();
    List<ListPrice> found = PriceSearch.of(values).in(believed);
    PriceConflicts conflicts = new PriceConflicts(believed);
    Paging paging =
        Paging.of(found.size(), values.whole("page", 1, MOST_PAGES), PAGE_SIZE, address);
    List<PriceRowView> rows =
        found.subList(paging.first(), paging.last()).stream()
            .map(row -> PriceRowView.of(row, conflicts.has(row)))
            .toList();
    return list.data("shell", shells.of(Section.PRICES, "Prices"))
        .data("fields", fields(values, believed))
        .data("rows", rows)
        .data("paging", paging)
        .data("conflicts", found.stream().filter(conflicts::has).count())
        .data("csv", "/prices.csv" + paging.query())
        .data("version", prices.catalogue().version())
        .render();
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML)
  public String detail(@RestPath String id) {
    ListPrice row = find(id);
    List<ListPrice> same =
        prices.catalogue().rows().stream().filter(each -> each.key().equals(row.key())).toList();
    PriceConflicts conflicts = new PriceConflicts(prices.catalogue().believed());
    return detail
        .data("shell", shells.of(Section.PRICES, row.model() + " " + row.component().label()))
        .data("row", PriceRowView.of(row, conflicts.has(row)))
        .data("disputes", Dispute.of(row, conflicts.with(row), prices.catalogue()))
        .data("history", PriceHistory.of(same, LocalDate.now(clock.withZone(ZoneOffset.UTC))))
        .data(
            "same", same.stream().map(each -> PriceRowView.of(each, conflicts.has(each))).toList())
        .render();
  }

  private ListPrice find(String id) {
    return prices.catalogue().rows().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(ErrorCode.NOT_FOUND, "The catalogue has no price row with this id.")
                    .withRemedy("search the prices page")
                    .asException());
  }

  private static QueryValues valuesOf(UriInfo address) {
    return QueryValues.of(address, PriceSearch.DEFAULTS);
  }

  private static List<Field> fields(QueryValues values, List<ListPrice> rows) {
    List<Field> fields =
        List.of(
            Field.text("q", "Search", "Model, provider or source."),
            Field.select(
                "provider",
                "Provider",
                "",
                choices("Every provider", rows, row -> row.provider().key())),
            Field.select(
                "component",
                "Component",
                "",
                choices("Every component", rows, row -> row.component().label())),
            Field.select(
                "tier", "Tier", "", choices("Every tier", rows, row -> row.tier().label())),
            Field.select(
                "tuned",
                "Model",
                "",
                List.of(
                    new Choice("", "Fine-tuned or not", false),
                    new Choice("tuned", "Fine-tuned", false),
                    new Choice("base", "Not fine-tuned", false))),
            Field.date("on", "In force on", ""));
    return fields.stream().map(values::show).toList();
  }

  private static List<Choice> choices(
      String all, List<ListPrice> rows, Function<ListPrice, String> of) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", all, false));
    rows.stream()
        .map(of)
        .distinct()
        .sorted()
        .forEach(value -> choices.add(new Choice(value, value.replace('_', ' '), false)));
    return choices;
  }
}
