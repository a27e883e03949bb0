package dev.plumbline.api.secrets;

/** A secret is wrapped by a master key that is not here; it comes back with its key. */
public final class MasterKeyMissingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MasterKeyMissingException(String version) {
    super(
        "the master key '%s' is not among the configured ones; add its line again"
            .formatted(version));
  }
}
