package dev.plumbline.api.secrets;

/**
 * What is stored is not what was sealed there: altered, cut, moved from another row, or wrapped by
 * another master key of the same version.
 */
public final class SealBrokenException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SealBrokenException(String message) {
    super(message);
  }
}
