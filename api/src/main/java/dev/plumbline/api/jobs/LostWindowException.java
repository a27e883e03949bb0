package dev.plumbline.api.jobs;

/** This instance was too slow: another one does the work now. */
public class LostWindowException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LostWindowException(HeldWindow held) {
    super("another instance has taken over: " + held);
  }
}
