package dev.plumbline.lifecycle.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.probe.check.ProbeJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads probes from JSON lines: in our own form, or as a fine-tune's hold-out rows. Empty lines are
 * passed over.
 */
public final class SuiteReader {

  private static final int LONGEST_FILE = 8 << 20;
  private static final int MOST_LINES = 1_000;
  private static final int MOST_FINDINGS = 50;

  private final String file;
  private final LineForm form;
  private final List<Probe> probes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Long> ids = new HashMap<>();

  /** Makes a probe of a line. */
  private interface LineForm {
    Probe probe(JsonNode line, long number);
  }

  private SuiteReader(String file, LineForm form) {
    this.file = file;
    this.form = form;
  }

  /**
   * Our own form: {@code id}, {@code family}, {@code prompt} or {@code messages}, {@code
   * temperature}, {@code top_p}, {@code max_output_tokens} (256 when it is missing), {@code
   * top_logprobs}, {@code tools}, {@code response_format} and {@code expect} with {@code exact},
   * {@code regex}, {@code json_schema}, {@code tool_call}, {@code number} and {@code refusal}.
   *
   * @param file name for findings
   */
  public static SuiteReading probes(String file, String text) {
    return new SuiteReader(file, (line, number) -> ProbeLines.probe(line)).read(text);
  }

  /**
   * Rows that a fine-tune was not trained on, in the form of its training file: the last message of
   * the assistant is what is expected.
   *
   * @param file name for findings
   */
  public static SuiteReading holdOut(String file, String text) {
    return new SuiteReader(file, HoldOutLines::probe).read(text);
  }

  private SuiteReading read(String text) {
    if (text.length() > LONGEST_FILE) {
      add(
          0,
          "",
          "the file has more than %,d characters".formatted(LONGEST_FILE),
          "send fewer rows");
      return new SuiteReading(probes, findings);
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size() && findings.size() < MOST_FINDINGS; i++) {
      if (!lines.get(i).isBlank()) {
        read(lines.get(i), i + 1L);
      }
    }
    if (probes.isEmpty() && findings.isEmpty()) {
      add(0, "", "there is no probe in it", "put one JSON object on each line");
    }
    return new SuiteReading(probes, findings);
  }

  private void read(String line, long number) {
    if (probes.size() == MOST_LINES) {
      add(number, "", "a suite has at most %,d probes".formatted(MOST_LINES), "make two suites");
      return;
    }
    try {
      JsonNode json = Fields.of("", () -> ProbeJson.read(line));
      Probe probe = form.probe(json, number);
      Optional<Long> twin = Optional.ofNullable(ids.putIfAbsent(probe.id(), number));
      if (twin.isPresent()) {
        throw new RefusedFieldException("id", "line %d has the same id".formatted(twin.get()));
      }
      probes.add(probe);
    } catch (RefusedFieldException e) {
      add(number, e.field(), String.valueOf(e.getMessage()), "correct the line and send it again");
    }
  }

  private void add(long line, String field, String why, String remedy) {
    findings.add(
        new Finding("BAD_PROBE", Severity.ERROR, why, new Place(file, line, field), remedy));
  }
}
