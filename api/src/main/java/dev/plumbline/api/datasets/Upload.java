package dev.plumbline.api.datasets;

import static java.util.Objects.requireNonNull;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived completely.
 *
 * @param file the sender's name for it, cut to its last part
 * @param content where it lies; whoever reads it deletes it
 */
public record Upload(String file, Path content) {

  private static final int LONGEST_NAME = 120;

  public Upload {
    requireNonNull(file, "file");
    requireNonNull(content, "content");
  }

  /** An upload under a name that comes from outside: no folders, no control characters. */
  public static Upload named(String given, Path content) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.isEmpty()) {
      clean = "dataset.jsonl";
    }
    return new Upload(
        clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean, content);
  }

  void delete() {
    try {
      Files.deleteIfExists(content);
    } catch (IOException e) {
      Log.warnf("temporary file %s could not be deleted: %s", content, e.getClass().getName());
    }
  }
}
