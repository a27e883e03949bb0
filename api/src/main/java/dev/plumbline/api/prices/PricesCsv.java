package dev.plumbline.api.prices;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.CsvText;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.pricing.catalogue.ListPrice;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The same search as the prices page, as a file. */
@Path("/prices.csv")
class PricesCsv {

  private static final List<String> HEADER =
      List.of(
          "id",
          "provider",
          "model",
          "fine_tuned",
          "component",
          "tier",
          "variant",
          "context_above",
          "amount",
          "unit",
          "currency",
          "valid_from",
          "valid_to",
          "recorded_at",
          "superseded_at",
          "certainty",
          "source_kind",
          "source",
          "seen");

  private final CurrentPrices prices;

  PricesCsv(CurrentPrices prices) {
    this.prices = prices;
  }

  @GET
  @PermissionsAllowed(Permissions.PRICES_READ)
  @Produces("text/csv")
  public Response download(@Context UriInfo address) {
    PriceSearch search = PriceSearch.of(QueryValues.of(address, PriceSearch.DEFAULTS));
    List<List<String>> rows =
        search.in(prices.catalogue().believed()).stream().map(PricesCsv::cells).toList();
    return Response.ok(CsvText.of(HEADER, rows), CsvText.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plumbline-prices.csv\"")
        .build();
  }

  private static List<String> cells(ListPrice row) {
    return List.of(
        row.id(),
        row.provider().key(),
        row.model(),
        Boolean.toString(row.fineTuned()),
        row.component().label(),
        row.tier().label(),
        row.variant(),
        row.contextAbove().isPresent() ? Long.toString(row.contextAbove().getAsLong()) : "",
        row.amount().toPlainString(),
        row.unit().label(),
        row.currency().getCurrencyCode(),
        row.validFrom().day().map(LocalDate::toString).orElse(""),
        row.validTo().map(LocalDate::toString).orElse(""),
        row.recordedAt().toString(),
        row.supersededAt().map(Instant::toString).orElse(""),
        row.certainty().label(),
        row.source().kind().name().toLowerCase(java.util.Locale.ROOT),
        row.source().name(),
        row.seen().map(LocalDate::toString).orElse(""));
  }
}
