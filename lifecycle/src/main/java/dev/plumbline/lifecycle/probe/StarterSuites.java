package dev.plumbline.lifecycle.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Suites that come with the product. {@code starter} has the questions of all families of tasks;
 * {@code tripwire} is one question of one token; {@code open-ended} has no right answers.
 */
public final class StarterSuites {

  /** Name of the suite with every family of tasks. */
  public static final String ALL_TASKS = "starter";

  /** Name of the suite of one token. */
  public static final String TRIPWIRE = "tripwire";

  /** Name of the suite of open questions, whose answers are compared as distributions. */
  public static final String OPEN = "open-ended";

  private static final int VERSION = 1;
  private static final List<String> TASKS =
      List.of(
          "structured-extraction",
          "classification",
          "arithmetic",
          "format",
          "refusal",
          "tool-call");

  private StarterSuites() {}

  /** All of them, the whole one first. */
  public static List<ProbeSuite> all() {
    List<ProbeSuite> suites = new ArrayList<>();
    List<Probe> tasks = new ArrayList<>();
    for (String name : TASKS) {
      suites.add(read(name));
      tasks.addAll(suites.get(suites.size() - 1).probes());
    }
    suites.add(0, new ProbeSuite(ALL_TASKS, VERSION, tasks));
    suites.add(read(TRIPWIRE));
    suites.add(read(OPEN));
    return suites;
  }

  public static Optional<ProbeSuite> find(String name) {
    return all().stream().filter(suite -> suite.name().equals(name)).findFirst();
  }

  private static ProbeSuite read(String name) {
    String file = "suites/" + name + ".jsonl";
    try (InputStream stream = StarterSuites.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("not in the jar: " + file);
      }
      SuiteReading reading = SuiteReader.probes(file, new String(stream.readAllBytes(), UTF_8));
      if (!reading.isSound()) {
        throw new IllegalStateException(reading.findings().toString());
      }
      return new ProbeSuite(name, VERSION, reading.probes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
