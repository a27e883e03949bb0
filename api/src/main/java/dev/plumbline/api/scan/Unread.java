package dev.plumbline.api.scan;

import static java.util.Objects.requireNonNull;

/** A file, or a part of one, that should have been read and was not. */
public record Unread(String path, String reason) {

  public Unread {
    requireNonNull(path, "path");
    requireNonNull(reason, "reason");
  }
}
