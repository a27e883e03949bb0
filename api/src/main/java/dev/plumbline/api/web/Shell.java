package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What the layout needs around a page's own content. */
public record Shell(
    String title, List<NavLink> links, String style, String script, String themeScript) {

  public Shell {
    requireNonNull(title, "title");
    requireNonNull(style, "style");
    requireNonNull(script, "script");
    requireNonNull(themeScript, "themeScript");
    links = List.copyOf(links);
  }

  public String version() {
    String version = Shell.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
