package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

/**
 * The person before the page.
 *
 * @param session public name of their session, by which they end it
 * @param csrfToken what the forms of their session send back
 */
public record Visitor(String name, String organisation, String session, String csrfToken) {

  public Visitor {
    requireNonNull(name, "name");
    requireNonNull(organisation, "organisation");
    requireNonNull(session, "session");
    requireNonNull(csrfToken, "csrfToken");
  }

  @Override
  public String toString() {
    return "visitor " + name;
  }
}
