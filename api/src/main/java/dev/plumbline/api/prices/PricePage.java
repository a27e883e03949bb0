package dev.plumbline.api.prices;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of the prices that match. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "PricePage")
record PricePage(
    @Schema(examples = "2026-11-20-3f6a0c11d2e4") String catalogueVersion,
    int page,
    int size,
    int total,
    List<PriceView> prices) {

  static PricePage of(PriceCatalogue catalogue, Pages pages, List<ListPrice> found) {
    return new PricePage(
        catalogue.version(),
        pages.page(),
        pages.size(),
        found.size(),
        pages.cut(found).stream().map(PriceView::of).toList());
  }
}
