package dev.plumbline.api.syncs;

/** A provider cannot even be asked; the message says why, for a person. */
final class SyncFailureException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SyncFailureException(String message) {
    super(message);
  }
}
