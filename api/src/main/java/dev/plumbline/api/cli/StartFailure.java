package dev.plumbline.api.cli;

import java.net.BindException;
import java.util.List;
import java.util.stream.Stream;

/** Says in one line why the server could not start, and which option helps. */
final class StartFailure {

  private StartFailure() {}

  static String explain(Throwable failure) {
    List<Throwable> chain =
        Stream.iterate(failure, each -> each != null, Throwable::getCause).toList();
    Throwable first = chain.get(chain.size() - 1);
    if (!(first instanceof BindException)) {
      return "plumbline: cannot start: " + first.getMessage();
    }
    return chain.stream().anyMatch(StartFailure::isOfManagement)
        ? "plumbline: the port of health and metrics is in use, or its address is not ours: choose"
            + " another with --management-port"
        : "plumbline: the port is in use, or the address is not ours: choose others with --port and"
            + " --host";
  }

  /** The two servers of Quarkus fail alike but for this text. */
  private static boolean isOfManagement(Throwable failure) {
    return String.valueOf(failure.getMessage()).contains("management interface");
  }
}
