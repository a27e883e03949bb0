package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

/** One entry of the main navigation, and whether the reader is on it. */
public record NavLink(String address, String label, boolean current) {

  public NavLink {
    requireNonNull(address, "address");
    requireNonNull(label, "label");
  }
}
