package dev.plumbline.api.cli;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What the process gives a command: streams (UTF-8), the time, and who is watching. A command takes
 * it as its only constructor parameter; so does {@link FormatOption}.
 *
 * @param colour whether the reader of {@code out} is a terminal that wants colour
 * @param errIsTerminal whether messages are read by a person, so that progress makes sense
 * @param environment variables, of which a command reads few
 */
public record Surroundings(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Clock clock,
    boolean colour,
    boolean errIsTerminal,
    Map<String, String> environment) {

  public Surroundings {
    requireNonNull(in, "in");
    requireNonNull(out, "out");
    requireNonNull(err, "err");
    requireNonNull(clock, "clock");
    environment = Map.copyOf(environment);
  }

  /** Without the environment, in which a token may stand. */
  @Override
  public String toString() {
    return "Surroundings[colour=%s, errIsTerminal=%s]".formatted(colour, errIsTerminal);
  }

  /** The real ones. */
  static Surroundings ofProcess(Clock clock) {
    var errors =
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
            true);
    return new Surroundings(
        System.in,
        StandardOutput.writer(),
        errors,
        clock,
        wantsColour(),
        isTerminal(2),
        System.getenv());
  }

  public Instant now() {
    return clock.instant();
  }

  /** The calendar day in UTC, in which all dates of providers are read. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /** Opens a file for reading; {@code -} is standard input. The caller closes it. */
  public InputStream open(String file) {
    if (file.equals("-")) {
      return in;
    }
    try {
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw new InputInvalidException(file + " is a directory: name a file, or - for stdin");
      }
      return Files.newInputStream(path);
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new InputInvalidException("cannot read " + file + ": " + reason(e));
    }
  }

  /** A variable of the environment that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** A line for people: never data, and never a control character of somebody else's text. */
  public void say(String message) {
    err.println(Cells.printable(message));
  }

  static String reason(Exception e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    return String.valueOf(e.getMessage());
  }

  private static boolean wantsColour() {
    String refused = System.getenv("NO_COLOR");
    return (refused == null || refused.isEmpty())
        && !"dumb".equals(System.getenv("TERM"))
        && isTerminal(1);
  }

  /** Java 17 only knows about both standard streams at once; Linux knows each. */
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }
}
