package dev.plumbline.api.remote;

/** A server did not do what was asked. The message is one line with a remedy. */
public final class RemoteFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean inputAtFault;

  private RemoteFailureException(String message, boolean inputAtFault) {
    super(message);
    this.inputAtFault = inputAtFault;
  }

  /** The server cannot be reached, does not know us, or does not let us. */
  public static RemoteFailureException ofServer(String message) {
    return new RemoteFailureException(message, false);
  }

  /** The server refuses a value that the user gave. */
  static RemoteFailureException ofInput(String message) {
    return new RemoteFailureException(message, true);
  }

  /** Whether the user must correct what was sent. */
  public boolean isInputAtFault() {
    return inputAtFault;
  }
}
