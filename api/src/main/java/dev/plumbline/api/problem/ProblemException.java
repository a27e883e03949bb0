package dev.plumbline.api.problem;

import static java.util.Objects.requireNonNull;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(requireNonNull(problem, "problem").detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
