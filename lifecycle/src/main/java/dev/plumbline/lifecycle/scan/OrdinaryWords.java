package dev.plumbline.lifecycle.scan;

import java.util.Set;

/**
 * Model names that are also ordinary words or variable names: {@code o1}, {@code command}. They
 * count only as the value of something that is called a model.
 */
final class OrdinaryWords {

  private static final Set<String> HYPHENATED = Set.of("command-r", "command-light", "tts-hd");

  private OrdinaryWords() {}

  static boolean contains(String name) {
    return name.length() <= 3
        || HYPHENATED.contains(name)
        || name.chars().allMatch(Character::isLetter);
  }
}
