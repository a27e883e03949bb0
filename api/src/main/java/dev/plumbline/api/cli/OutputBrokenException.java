package dev.plumbline.api.cli;

import java.io.IOException;

/** Standard output takes nothing more: its reader left, or its disk is full. */
final class OutputBrokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputBrokenException(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /** {@code plumbline … | head} is no failure: the reader has all that it wanted. */
  boolean readerLeft() {
    String message = String.valueOf(getMessage());
    return message.contains("Broken pipe") || message.contains("pipe is being closed");
  }
}
