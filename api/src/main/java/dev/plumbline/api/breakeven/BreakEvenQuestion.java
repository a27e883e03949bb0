package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.scenarios.ScenarioAnswers;
import dev.plumbline.api.scenarios.ScenarioOutcome;
import dev.plumbline.api.scenarios.ScenarioOutcome.Answered;
import dev.plumbline.api.scenarios.ScenarioOutcome.Blocked;
import dev.plumbline.api.scenarios.ScenarioOutcome.Unpriced;
import dev.plumbline.api.scenarios.ScenarioParameters;
import dev.plumbline.api.scenarios.ScenarioRefusedException;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.core.finding.Finding;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The question in the page's address, and its outcome by the same use case as the HTTP interface.
 *
 * @param values the inputs as text with their refusals
 * @param parameters all inputs, defaults included: the query of the HTTP interface
 * @param answer empty when there is none
 * @param obstacle why there is no answer; empty when there is one or an input is refused
 */
record BreakEvenQuestion(
    QueryValues values,
    Map<String, String> parameters,
    Optional<Answered> answer,
    String obstacle) {

  BreakEvenQuestion {
    requireNonNull(values, "values");
    parameters = Map.copyOf(parameters);
    requireNonNull(answer, "answer");
    requireNonNull(obstacle, "obstacle");
  }

  static BreakEvenQuestion ask(UriInfo address, ScenarioAnswers answers, LocalDate today) {
    Map<String, String> defaults = BreakEvenDefaults.on(today);
    QueryValues values = QueryValues.of(address, defaults);
    Map<String, String> parameters = BreakEvenRanges.read(values, defaults);
    if (!values.refusals().isEmpty()) {
      return new BreakEvenQuestion(values, parameters, Optional.empty(), "");
    }
    try {
      ScenarioOutcome outcome = answers.answer(ScenarioParameters.read(parameters), today);
      return of(values, parameters, outcome);
    } catch (ScenarioRefusedException e) {
      if (parameters.containsKey(e.field())) {
        values.refuse(e.field(), e.getMessage());
        return new BreakEvenQuestion(values, parameters, Optional.empty(), "");
      }
      String where = e.field().isEmpty() ? "" : e.field() + ": ";
      return new BreakEvenQuestion(values, parameters, Optional.empty(), where + e.getMessage());
    }
  }

  private static BreakEvenQuestion of(
      QueryValues values, Map<String, String> parameters, ScenarioOutcome outcome) {
    return outcome.match(
        new ScenarioOutcome.Cases<>() {
          @Override
          public BreakEvenQuestion answered(Answered answered) {
            return new BreakEvenQuestion(values, parameters, Optional.of(answered), "");
          }

          @Override
          public BreakEvenQuestion unpriced(Unpriced unpriced) {
            return new BreakEvenQuestion(
                values, parameters, Optional.empty(), String.join("; ", unpriced.reasons()));
          }

          @Override
          public BreakEvenQuestion blocked(Blocked blocked) {
            String reasons =
                blocked.blockers().stream().map(Finding::message).collect(Collectors.joining("; "));
            return new BreakEvenQuestion(values, parameters, Optional.empty(), reasons);
          }
        });
  }
}
