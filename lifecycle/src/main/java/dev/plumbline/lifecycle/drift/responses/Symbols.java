package dev.plumbline.lifecycle.drift.responses;

import java.util.List;

/** One answer as a sequence: token ids, or the Unicode code points of its text. Never negative. */
public record Symbols(List<Integer> values) {

  public Symbols {
    values = List.copyOf(values);
    for (int value : values) {
      if (value < 0) {
        throw new IllegalArgumentException("a token id is " + value);
      }
    }
  }

  public static Symbols ofText(String text) {
    return new Symbols(text.codePoints().boxed().toList());
  }

  public int length() {
    return values.size();
  }
}
