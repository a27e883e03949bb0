package dev.plumbline.api.credentials;

import dev.plumbline.api.problem.Input;

/**
 * The part of a list that is asked for.
 *
 * @param after the last name of the page before; empty for the first page
 * @param limit 1 to 500
 */
public record CredentialSlice(String after, int limit) {

  private static final int LARGEST = 500;
  private static final int LONGEST_NAME = 200;

  public CredentialSlice {
    if (limit < 1 || limit > LARGEST) {
      throw Input.refused("limit", "a limit is a number from 1 to " + LARGEST);
    }
    if (after.length() > LONGEST_NAME || after.indexOf('\0') >= 0) {
      throw Input.refused("after", "not the name that a page before ended with");
    }
  }

  static CredentialSlice of(String after, String limit) {
    try {
      return new CredentialSlice(after, Integer.parseInt(limit));
    } catch (NumberFormatException e) {
      throw Input.refused("limit", "not a number that fits here");
    }
  }
}
