package dev.plumbline.api.breakeven;

import jakarta.ws.rs.core.UriInfo;

/** Addresses of other forms of the answer on the page: same query, other path. */
public record Links(String curve, String assumptions, String itself) {

  static Links of(String path, UriInfo address) {
    String query = address.getRequestUri().getRawQuery();
    String search = query == null ? "" : "?" + query;
    return new Links(
        path + "/curve.csv" + search, path + "/assumptions.csv" + search, path + search);
  }
}
