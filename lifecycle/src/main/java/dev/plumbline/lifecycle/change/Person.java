package dev.plumbline.lifecycle.change;

import static java.util.Objects.requireNonNull;

/**
 * Who asked, decided or signed.
 *
 * @param id stays the same when the name changes; two persons are the same by it alone
 * @param name as it was at that moment
 */
public record Person(String id, String name) {

  public Person {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    if (id.isBlank()) {
      throw new IllegalArgumentException("a person needs an id");
    }
  }

  public boolean isSameAs(Person other) {
    return id.equals(other.id);
  }
}
