package dev.plumbline.lifecycle.exit.successor;

import static dev.plumbline.lifecycle.exit.successor.CheckKind.CHAIN;

import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.exit.successor.Successor.BaseAt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows what sources name instead of a model until one has no end. A chain can lead to a model
 * that is gone itself, or back to where it began.
 */
final class ReplacementChain {

  /** A name in a cell such as {@code gpt-5.6-sol (reasoning.mode: pro)}; products have spaces. */
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9.:@_-]*)( \\(.*\\))?");

  private static final int LONGEST = 20;

  private final DeprecationCalendar calendar;
  private final SwitchNeeds needs;
  private final Successor successor;

  ReplacementChain(DeprecationCalendar calendar, SwitchNeeds needs, Successor successor) {
    this.calendar = calendar;
    this.needs = needs;
    this.successor = successor;
  }

  SuccessorCheck check(BaseAt first) {
    Map<BaseAt, String> path = new LinkedHashMap<>();
    BaseAt model = first;
    while (path.size() < LONGEST) {
      if (path.containsKey(model)) {
        return SuccessorCheck.fail(CHAIN, words(path) + ", and that is where it began: a cycle");
      }
      Optional<ClockEnd.Known> end = endOf(model);
      path.put(model, end.map(known -> " (ends " + known.end().value() + ")").orElse(""));
      if (end.isEmpty()) {
        return SuccessorCheck.pass(CHAIN, words(path) + ", for which no source states an end");
      }
      if (!end.get().end().value().isAfter(needs.switchDate())) {
        return SuccessorCheck.fail(CHAIN, words(path) + ", which is over at the switch");
      }
      Optional<BaseAt> next = next(model, end.get());
      if (next.isEmpty()) {
        return SuccessorCheck.unknown(CHAIN, words(path) + ", and " + why(end.get()));
      }
      model = next.get();
    }
    return SuccessorCheck.unknown(CHAIN, "longer than %d models".formatted(LONGEST));
  }

  private Optional<ClockEnd.Known> endOf(BaseAt model) {
    var question =
        LifespanQuestion.ofBase(
            model.provider(),
            model.name(),
            successor.placement().circumstances(CustomerClass.UNKNOWN));
    return calendar.lifespanOf(question).inferenceEnd().findKnown();
  }

  private static Optional<BaseAt> next(BaseAt model, ClockEnd.Known end) {
    return end.replacement()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(named -> new BaseAt(model.provider(), named.group(1)));
  }

  private static String why(ClockEnd.Known end) {
    return end.replacement()
        .map(words -> "its replacement \"%s\" is no model id".formatted(words))
        .orElse("no source names its replacement");
  }

  private static String words(Map<BaseAt, String> path) {
    StringBuilder words = new StringBuilder();
    path.forEach(
        (model, end) -> {
          words.append(words.isEmpty() ? "" : ", then ");
          words.append(model.name()).append(end);
        });
    return words.toString();
  }
}
