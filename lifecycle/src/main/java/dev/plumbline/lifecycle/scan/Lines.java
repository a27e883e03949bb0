package dev.plumbline.lifecycle.scan;

import java.util.Arrays;

/** Lines and columns of a text, both from 1. */
final class Lines {

  private final int[] starts;
  private final String text;

  Lines(String text) {
    this.text = text;
    int[] found = new int[64];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = i + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  int line(int offset) {
    int index = Arrays.binarySearch(starts, offset);
    return index >= 0 ? index + 1 : -index - 1;
  }

  int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  String textOf(int line) {
    int end = line < starts.length ? starts[line] - 1 : text.length();
    return text.substring(starts[line - 1], end);
  }
}
