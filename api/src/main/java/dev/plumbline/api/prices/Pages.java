package dev.plumbline.api.prices;

import dev.plumbline.api.problem.Input;
import java.util.List;

/** Cutting lists into pages of at most 500. */
record Pages(int page, int size) {

  private static final int LARGEST = 500;
  private static final int LAST = 1_000_000;

  /** Reads the parameters; numbers out of bounds are a 400. */
  static Pages of(String page, String size) {
    return of(number("page", page), number("size", size));
  }

  private static int number(String field, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Input.refused(field, "not a number that fits here");
    }
  }

  private static Pages of(int page, int size) {
    if (page < 0 || page > LAST) {
      throw Input.refused("page", "a page is a number from 0 to " + LAST);
    }
    if (size < 1 || size > LARGEST) {
      throw Input.refused("size", "a size is a number from 1 to " + LARGEST);
    }
    return new Pages(page, size);
  }

  <T> List<T> cut(List<T> all) {
    long first = Math.min((long) page * size, all.size());
    return all.subList((int) first, (int) Math.min(first + size, all.size()));
  }
}
