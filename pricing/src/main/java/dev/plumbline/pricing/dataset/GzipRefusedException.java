package dev.plumbline.pricing.dataset;

import java.io.IOException;

/** A compressed file that is broken, or that would grow beyond reason. */
final class GzipRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  GzipRefusedException(String message) {
    super(message);
  }
}
