package dev.plumbline.lifecycle.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * Prompts of one token of which a few lie on a border: at temperature 0 their first token flips
 * between two, and small changes of the weights move the balance. Short strings of letters and
 * digits are one token in every common encoding; always the same ones in the same order.
 */
public final class BorderCandidates {

  /** As many as there are. */
  public static final int MOST = 4_000;

  private static final List<String> CONSONANTS =
      "bcdfghjklmnprstvwyz".chars().mapToObj(Character::toString).toList();
  private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u");

  private BorderCandidates() {}

  /** The first ones, 1 to {@link #MOST}. */
  public static List<String> first(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("1 to %,d candidates: %,d".formatted(MOST, count));
    }
    return all().subList(0, count);
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(MOST);
    for (char one = 'a'; one <= 'z'; one++) {
      all.add(String.valueOf(one));
      for (char two = 'a'; two <= 'z'; two++) {
        all.add("" + one + two);
      }
    }
    for (int number = 0; number < 1_000; number++) {
      all.add(String.valueOf(number));
    }
    for (String first : CONSONANTS) {
      for (String vowel : VOWELS) {
        for (String last : CONSONANTS) {
          all.add(first + vowel + last);
        }
      }
    }
    for (char one = 'A'; one <= 'Z'; one++) {
      for (char two = 'a'; two <= 'z'; two++) {
        all.add("" + one + two);
      }
    }
    return all;
  }
}
