package dev.plumbline.api.registry;

import dev.plumbline.api.models.Models;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.StateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that a search finds, those that end first in front. */
@ApplicationScoped
class ModelSearch {

  static final Map<String, String> DEFAULTS =
      Map.of("q", "", "state", "", "environment", "", "page", "1");

  private static final Comparator<ModelEntryView> FIRST_TO_END =
      Comparator.<ModelEntryView, Long>comparing(
              entry -> Optional.ofNullable(entry.inferenceEnd().daysLeft()).orElse(Long.MAX_VALUE))
          .thenComparing(entry -> entry.model().provider() + "/" + entry.model().model());

  private final Models models;
  private final ModelDetails details;

  ModelSearch(Models models, ModelDetails details) {
    this.models = models;
    this.details = details;
  }

  List<ModelEntryView> in(Organisation organisation, QueryValues values) {
    String words = values.text("q");
    String state = values.text("state");
    String environment = values.text("environment");
    return details.entries(organisation, models.all(organisation)).stream()
        .filter(entry -> words.isEmpty() || ModelRow.of(entry).holds(words))
        .filter(entry -> state.isEmpty() || entry.model().state().name().equals(state))
        .filter(entry -> environment.isEmpty() || environment.equals(entry.model().environment()))
        .sorted(FIRST_TO_END)
        .toList();
  }

  static List<Field> fields(QueryValues values) {
    return List.of(
            Field.text("q", "Search", "Model, base, provider or owner."),
            Field.select(
                "environment",
                "Environment",
                "",
                choices(
                    "Every environment",
                    Arrays.stream(Environment.values()).map(Environment::label).toList())),
            Field.select(
                "state",
                "State",
                "",
                choices(
                    "Every state",
                    Arrays.stream(StateKind.values()).map(StateKind::label).toList())))
        .stream()
        .map(values::show)
        .toList();
  }

  private static List<Choice> choices(String all, List<String> words) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", all, false));
    words.forEach(word -> choices.add(new Choice(word, word, false)));
    return choices;
  }
}
