package dev.plumbline.api.cli;

/** A server that does not answer, or that refuses our credentials: exit code 4. */
public final class ServerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ServerUnavailableException(String message) {
    super(message);
  }
}
