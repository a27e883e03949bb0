package dev.plumbline.api.cli;

/** How a command ended. The codes are published: scripts depend on them. */
public enum ExitCode {
  OK(0),
  /** The user asked for a check and it did not hold. */
  CHECK_FAILED(1),
  USAGE(2),
  INPUT_INVALID(3),
  /** A server did not answer, or refused our credentials. */
  SERVER(4),
  /** Something was answered, but not everything. */
  PARTIAL(5),
  /** A defect of Plumbline itself; the only case that shows a stack trace. */
  DEFECT(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
