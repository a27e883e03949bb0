package dev.plumbline.api.access;

import static java.util.Objects.requireNonNull;

/**
 * An event of the container: nobody can sign in yet, and this link lets the first person in. It is
 * for the terminal of whoever started the product, never for a log.
 */
public record FirstLink(String address) {

  public FirstLink {
    requireNonNull(address, "address");
  }

  @Override
  public String toString() {
    return "the first sign-in link";
  }
}
