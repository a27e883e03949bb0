package dev.plumbline.api.drift;

import dev.plumbline.api.probes.TrafficRequest;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.web.Field;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The inputs of how much a model is used, of a new target and of one that is watched. */
record TrafficForm(Map<String, String> typed) {

  private static final String REQUESTS = "requests_per_month";
  private static final String INPUT = "input_tokens";
  private static final String OUTPUT = "output_tokens";

  static TrafficForm of(Optional<Traffic> entered) {
    Map<String, String> typed = new TreeMap<>();
    entered.ifPresent(
        traffic -> {
          typed.put(REQUESTS, Long.toString(traffic.requestsPerMonth()));
          traffic.inputTokens().ifPresent(tokens -> typed.put(INPUT, Long.toString(tokens)));
          traffic.outputTokens().ifPresent(tokens -> typed.put(OUTPUT, Long.toString(tokens)));
        });
    return new TrafficForm(typed);
  }

  static TrafficForm of(MultivaluedMap<String, String> sent) {
    Map<String, String> typed = new TreeMap<>();
    for (String name : List.of(REQUESTS, INPUT, OUTPUT)) {
      Optional.ofNullable(sent.getFirst(name))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> typed.put(name, text));
    }
    return new TrafficForm(typed);
  }

  /**
   * @param refused what was wrong with what is shown
   */
  List<Field> fields(Optional<Problem> refused) {
    return Stream.of(
            showing(
                Field.number(
                    REQUESTS,
                    "Volume",
                    "requests a month",
                    "Of your traffic, not of the probes; with it a verdict says what a change"
                        + " costs.")),
            showing(
                Field.number(
                    INPUT, "Input", "tokens a request", "Mean; empty for that of the probes.")),
            showing(
                Field.number(
                    OUTPUT, "Output", "tokens a request", "Mean; empty for that of the probes.")))
        .map(
            field ->
                refused
                    .filter(each -> isAbout(each, field))
                    .map(each -> field.refusedFor(each.detail()))
                    .orElse(field))
        .toList();
  }

  private static boolean isAbout(Problem problem, Field field) {
    return problem.field().equals(Optional.of("traffic." + field.name()));
  }

  private Field showing(Field field) {
    return field.showing(typed.getOrDefault(field.name(), ""));
  }

  /** Empty when nothing is typed. */
  Optional<TrafficRequest> toRequest() {
    return typed.isEmpty()
        ? Optional.empty()
        : Optional.of(new TrafficRequest(number(REQUESTS), number(INPUT), number(OUTPUT)));
  }

  private @Nullable Long number(String name) {
    String text = typed.get(name);
    return text == null
        ? null
        : Input.read(
            "traffic." + name,
            () -> {
              if (!text.matches("\\d{1,15}")) {
                throw new IllegalArgumentException("'%s' is no whole number".formatted(text));
              }
              return Long.valueOf(text);
            });
  }
}
