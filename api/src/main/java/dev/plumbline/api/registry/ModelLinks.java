package dev.plumbline.api.registry;

import dev.plumbline.api.web.QueryValues;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;

/** The addresses around a search. */
record ModelLinks(String query) {

  static ModelLinks of(QueryValues values) {
    UriBuilder search = UriBuilder.fromPath("/models");
    for (String name : List.of("q", "environment", "state")) {
      values.textIfAny(name).ifPresent(text -> search.queryParam(name, "{" + name + "}"));
    }
    String built =
        search
            .build(
                List.of("q", "environment", "state").stream()
                    .flatMap(name -> values.textIfAny(name).stream())
                    .toArray())
            .getRawQuery();
    return new ModelLinks(built == null ? "" : built);
  }

  /** Whether nothing is searched for. */
  public boolean isEverything() {
    return query.isEmpty();
  }

  public String csv() {
    return "/models/export.csv" + (query.isEmpty() ? "" : "?" + query);
  }

  public String page(int number) {
    return "/models?" + (query.isEmpty() ? "" : query + "&") + "page=" + number;
  }
}
