package dev.plumbline.api.prices;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Published prices, as they were on any day and as they were known at any moment. */
@Path("/api/v1/prices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prices", description = "Published prices, where they come from, and own prices")
class PriceResource {

  private static final Comparator<ListPrice> BY_NAME =
      Comparator.comparing((ListPrice price) -> price.provider().key())
          .thenComparing(ListPrice::model)
          .thenComparing(ListPrice::fineTuned)
          .thenComparing(ListPrice::component)
          .thenComparing(ListPrice::tier)
          .thenComparing(ListPrice::variant)
          .thenComparing(price -> price.validFrom().day().orElse(LocalDate.MIN))
          .thenComparing(ListPrice::recordedAt)
          .thenComparing(ListPrice::id);

  private final CurrentPrices prices;
  private final ListPriceRepository stored;

  PriceResource(CurrentPrices prices, ListPriceRepository stored) {
    this.prices = prices;
    this.stored = stored;
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Operation(summary = "Lists prices", description = "Sorted by provider, model and component.")
  public PricePage list(
      @BeanParam PriceFilter filter,
      @RestQuery("known_at")
          @Parameter(
              description = "what was believed at this moment, for example 2026-11-20T12:00:00Z")
          Optional<String> knownAt,
      @RestQuery @DefaultValue("0") String page,
      @RestQuery @DefaultValue("100") String size) {
    Pages pages = Pages.of(page, size);
    PriceCatalogue catalogue = catalogue(knownAt);
    List<ListPrice> found =
        catalogue.believed().stream().filter(filter.condition()).sorted(BY_NAME).toList();
    return PricePage.of(catalogue, pages, found);
  }

  private PriceCatalogue catalogue(Optional<String> knownAt) {
    return knownAt
        .map(text -> Input.read("known_at", () -> Instant.parse(text)))
        .map(prices.catalogue()::asKnownAt)
        .orElseGet(prices::catalogue);
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Path("/{id}")
  @Operation(summary = "Shows one price, with what other sources claim for the same")
  public PriceWithRivals show(@RestPath String id) {
    List<ListPrice> rows = prices.catalogue().rows();
    ListPrice price =
        rows.stream()
            .filter(row -> row.id().equals(id))
            .max(Comparator.comparing(ListPrice::recordedAt))
            .orElseThrow(
                () -> Problem.of(ErrorCode.NOT_FOUND, "no price of this id").asException());
    return new PriceWithRivals(
        PriceView.of(price),
        rows.stream()
            .filter(row -> row.supersededAt().isEmpty() && Conflict.rivals(row, price))
            .map(PriceView::of)
            .toList());
  }

  /** A price, and other sources' claims of another one. */
  record PriceWithRivals(PriceView price, List<PriceView> conflicts) {}

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Path("/history")
  @Operation(
      summary = "Shows how prices of a model moved",
      description = "Every row ever recorded, also those that are no longer believed.")
  public PricePage history(
      @BeanParam PriceFilter filter,
      @RestQuery @DefaultValue("0") String page,
      @RestQuery @DefaultValue("100") String size) {
    if (filter.model.isEmpty()) {
      throw Input.refused("model", "history is asked of one model");
    }
    Pages pages = Pages.of(page, size);
    PriceCatalogue catalogue = prices.catalogue();
    List<ListPrice> found =
        catalogue.rows().stream().filter(filter.condition()).sorted(BY_NAME).toList();
    return PricePage.of(catalogue, pages, found);
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Path("/conflicts")
  @Operation(summary = "Lists where sources disagree about the same price at the same time")
  public List<Conflict> conflicts(
      @RestQuery @DefaultValue("0") String page, @RestQuery @DefaultValue("100") String size) {
    return Pages.of(page, size).cut(Conflict.among(prices.catalogue().believed()));
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Path("/sources")
  @Operation(summary = "Lists who says so, and for how many prices")
  public List<SourceSummary> sources() {
    return prices.catalogue().believed().stream()
        .collect(groupingBy(price -> price.source().name(), TreeMap::new, toList()))
        .values()
        .stream()
        .map(SourceSummary::of)
        .toList();
  }

  /** A source with the number of prices that rest on it. */
  record SourceSummary(PriceView.SourceView source, int prices) {
    static SourceSummary of(List<ListPrice> rows) {
      return new SourceSummary(PriceView.SourceView.of(rows.get(0)), rows.size());
    }
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Path("/imports")
  @Operation(summary = "Lists which facts came in when, and what they changed; newest first")
  public List<ImportView> imports(
      @RestQuery @DefaultValue("0") String page, @RestQuery @DefaultValue("100") String size) {
    Pages pages = Pages.of(page, size);
    return stored.imports(pages.page(), pages.size()).stream().map(ImportView::of).toList();
  }
}
