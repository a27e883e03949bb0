package dev.plumbline.api.access;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** A method at an address, for example {@code GET /api/v1/prices/{id}}. */
record Route(String method, String path) implements Comparable<Route> {

  Route {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
  }

  boolean hasId() {
    return path.contains("{");
  }

  boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD");
  }

  @Override
  public int compareTo(Route other) {
    return Comparator.comparing(Route::path).thenComparing(Route::method).compare(this, other);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
