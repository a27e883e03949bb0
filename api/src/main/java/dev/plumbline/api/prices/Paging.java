package dev.plumbline.api.prices;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/**
 * One page of a longer list.
 *
 * @param total entries of the whole list
 * @param first index of the first shown entry
 * @param last index after the last shown entry
 * @param query the search itself without the page, with its question mark; empty for no search
 */
public record Paging(
    int total,
    int first,
    int last,
    String query,
    Optional<String> previous,
    Optional<String> next) {

  static Paging of(int total, int page, int size, UriInfo address) {
    int pages = Math.max(1, (total + size - 1) / size);
    int shown = Math.min(page, pages);
    UriBuilder search = address.getRequestUriBuilder().replaceQueryParam("page");
    String query = search.clone().build().getRawQuery();
    return new Paging(
        total,
        (shown - 1) * size,
        Math.min(total, shown * size),
        query == null || query.isEmpty() ? "" : "?" + query,
        shown > 1 ? Optional.of(link(search, shown - 1)) : Optional.empty(),
        shown < pages ? Optional.of(link(search, shown + 1)) : Optional.empty());
  }

  private static String link(UriBuilder search, int page) {
    URI address = search.clone().replaceQueryParam("page", page).build();
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  /** 1-based number of the first shown entry, as people count. */
  public int from() {
    return total == 0 ? 0 : first + 1;
  }

  public boolean isOnePage() {
    return previous.isEmpty() && next.isEmpty();
  }
}
