package dev.plumbline.api.cli;

import dev.plumbline.api.remote.RemoteFailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user sees when a command cannot do its work: one line and a code, no stack trace. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Surroundings surroundings;
  private boolean outputBroken;

  Failures(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    return reported(e).code();
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    say(e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, surroundings.err())) {
      String name = command.getCommandSpec().qualifiedName();
      surroundings.say("Try '" + name + " --help'.");
    }
    surroundings.err().flush();
    return ExitCode.USAGE.code();
  }

  ExitCode reported(Exception e) {
    if (e instanceof OutputBrokenException broken) {
      return outputBroken(broken);
    }
    if (e instanceof InputInvalidException) {
      say(e.getMessage());
      return ExitCode.INPUT_INVALID;
    }
    if (e instanceof ServerUnavailableException) {
      say(e.getMessage());
      return ExitCode.SERVER;
    }
    if (e instanceof RemoteFailureException failure) {
      say(e.getMessage());
      return failure.isInputAtFault() ? ExitCode.INPUT_INVALID : ExitCode.SERVER;
    }
    if (e instanceof UncheckedIOException unreadable && unreadable.getCause() != null) {
      say("cannot read the input: " + Surroundings.reason(unreadable.getCause()));
      return ExitCode.INPUT_INVALID;
    }
    if (e instanceof IOException) {
      say("cannot read the input: " + Surroundings.reason(e));
      return ExitCode.INPUT_INVALID;
    }
    say("a defect of Plumbline; please report these lines");
    e.printStackTrace(surroundings.err());
    return ExitCode.DEFECT;
  }

  /** Whether standard output is known to take nothing more, so that a flush would fail again. */
  boolean isOutputBroken() {
    return outputBroken;
  }

  private ExitCode outputBroken(OutputBrokenException broken) {
    outputBroken = true;
    if (broken.readerLeft()) {
      return ExitCode.OK;
    }
    say("standard output takes nothing more: " + broken.getMessage());
    return ExitCode.PARTIAL;
  }

  private void say(String message) {
    surroundings.say("plumbline: " + message);
  }
}
