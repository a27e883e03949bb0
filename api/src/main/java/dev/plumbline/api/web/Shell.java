package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What the layout needs around a page's own content. */
public record Shell(
    String title,
    List<NavLink> links,
    Optional<Visitor> visitor,
    String style,
    String script,
    String themeScript) {

  public Shell {
    requireNonNull(title, "title");
    requireNonNull(visitor, "visitor");
    requireNonNull(style, "style");
    requireNonNull(script, "script");
    requireNonNull(themeScript, "themeScript");
    links = List.copyOf(links);
  }

  /** Empty for who has no session, and so nothing that another site could abuse. */
  public String csrfToken() {
    return visitor.map(Visitor::csrfToken).orElse("");
  }

  public String version() {
    String version = Shell.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
