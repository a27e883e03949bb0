package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

/**
 * The person before the page.
 *
 * @param csrfToken what the forms of their session send back
 */
public record Visitor(String name, String organisation, String csrfToken) {

  public Visitor {
    requireNonNull(name, "name");
    requireNonNull(organisation, "organisation");
    requireNonNull(csrfToken, "csrfToken");
  }

  @Override
  public String toString() {
    return "visitor " + name;
  }
}
