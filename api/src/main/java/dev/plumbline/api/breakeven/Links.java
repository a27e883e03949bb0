package dev.plumbline.api.breakeven;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Other forms of the answer on the page.
 *
 * @param curl the call of the HTTP interface, ready for a shell: the query has no quotes left in it
 */
public record Links(String curve, String assumptions, String curl) {

  static Links of(UriInfo address, Map<String, String> parameters) {
    String query = address.getRequestUri().getRawQuery();
    String search = query == null ? "" : "?" + query;
    return new Links(
        "/break-even/curve.csv" + search,
        "/break-even/assumptions.csv" + search,
        "curl '%sapi/v1/break-even?%s'".formatted(address.getBaseUri(), encoded(parameters)));
  }

  private static String encoded(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
