package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A tree of source files in one text: each begins with a line {@code === path}. */
final class SourceTreeText {

  private SourceTreeText() {}

  static Map<String, String> files(String resource) {
    Map<String, String> files = new LinkedHashMap<>();
    Pattern.compile("(?m)^=== ")
        .splitAsStream(text(resource))
        .filter(file -> !file.isEmpty())
        .forEach(file -> files.put(file.lines().findFirst().orElseThrow(), behindHead(file)));
    return files;
  }

  private static String behindHead(String file) {
    return file.substring(file.indexOf('\n') + 1);
  }

  static List<String> lines(String resource) {
    return text(resource).lines().toList();
  }

  private static String text(String resource) {
    try (InputStream in =
        requireNonNull(SourceTreeText.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
