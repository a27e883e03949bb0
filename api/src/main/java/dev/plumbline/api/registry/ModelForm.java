package dev.plumbline.api.registry;

import dev.plumbline.api.models.ModelView;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import dev.plumbline.core.owner.Environment;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a model: what was typed, and the fields with what is wrong about it.
 *
 * @param typed by the names of the fields
 */
record ModelForm(Map<String, String> typed) {

  /** Names of the form beside those of the interface, in which a refusal speaks. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("provider", "provider"),
          Map.entry("model", "model"),
          Map.entry("base", "base"),
          Map.entry("parent", "parent"),
          Map.entry("owner", "owner"),
          Map.entry("contact", "contact"),
          Map.entry("environment", "environment"),
          Map.entry("run.job", "job"),
          Map.entry("run.method", "method"),
          Map.entry("run.trained_tokens", "tokens"),
          Map.entry("run.dataset.hash", "hash"),
          Map.entry("run.cost.currency", "currency"),
          Map.entry("run.cost", "billed"),
          Map.entry("run.cost.estimated", "estimated"),
          Map.entry("run.cost.billed", "billed"));

  static ModelForm empty() {
    return new ModelForm(Map.of());
  }

  static ModelForm of(MultivaluedMap<String, String> form) {
    Map<String, String> typed = new LinkedHashMap<>();
    NAMES.values().forEach(name -> typed.put(name, text(form.getFirst(name))));
    return new ModelForm(typed);
  }

  /** What is known about a model, to be changed. */
  static ModelForm of(ModelView model) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("provider", model.provider());
    typed.put("model", model.model());
    typed.put("base", text(model.base()));
    typed.put("parent", text(model.parent()));
    typed.put("owner", text(model.owner()));
    typed.put("contact", text(model.contact()));
    typed.put("environment", text(model.environment()));
    typed.put("job", text(model.run().job()));
    typed.put("method", text(model.run().method()));
    typed.put(
        "tokens", Optional.ofNullable(model.run().trainedTokens()).map(String::valueOf).orElse(""));
    typed.put("hash", text(model.run().dataset().hash()));
    ModelView.CostView cost = model.run().cost();
    typed.put("currency", cost == null ? "" : cost.currency());
    typed.put("estimated", cost == null ? "" : text(cost.estimated()));
    typed.put("billed", cost == null ? "" : text(cost.billed()));
    return new ModelForm(typed);
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 400 for a count that is no number
   */
  ModelRequest toRequest() {
    return new ModelRequest(
        at("provider"),
        at("model"),
        at("base").isBlank() ? null : at("base"), // then the name says it, or what is known stays
        at("parent"),
        null,
        at("owner"),
        at("contact"),
        at("environment"),
        new RunRequest(
            at("job"),
            at("method"),
            null,
            null,
            tokens(),
            null,
            new RunRequest.DatasetRequest(null, at("hash"), null),
            new RunRequest.CostRequest(at("currency"), at("estimated"), at("billed"))),
        null,
        null);
  }

  private @Nullable Long tokens() {
    String text = at("tokens").replace(",", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    return dev.plumbline.api.problem.Input.read("run.trained_tokens", () -> number(text));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a whole number", e);
    }
  }

  private String at(String name) {
    return typed.getOrDefault(name, "");
  }

  /**
   * The inputs with what was typed.
   *
   * @param fixed whether provider and name are known already
   */
  List<Field> fields(boolean fixed, Optional<Problem> refused) {
    List<Field> fields = new ArrayList<>();
    if (!fixed) {
      fields.add(
          Field.text(
                  "model",
                  "Model",
                  "As the provider writes it, for example ft:gpt-4o-2024-08-06:acme::a1.")
              .asWide());
      fields.add(Field.text("provider", "Provider", "Only where the name does not say it."));
    }
    fields.add(Field.text("base", "Base", "Leave it empty where the name says it."));
    fields.add(
        Field.text("parent", "Tuned from", "The fine-tune that was continued, if it was one."));
    fields.add(Field.select("environment", "Environment", "", environments()));
    fields.add(Field.text("owner", "Owner", "A team or a person."));
    fields.add(Field.text("contact", "Contact", "Where the owner is reached."));
    fields.add(Field.text("job", "Job", "The provider's id of the fine-tuning job."));
    fields.add(Field.text("method", "Method", "supervised, dpo or reinforcement."));
    fields.add(Field.number("tokens", "Trained tokens", "tokens", "All epochs together."));
    fields.add(Field.text("hash", "Dataset hash", "For example sha256:9f86d0…"));
    fields.add(Field.text("currency", "Currency", "USD when empty."));
    fields.add(
        Field.number("estimated", "Training cost, estimated", "", "Exact, for example 12.5."));
    fields.add(Field.number("billed", "Training cost, billed", "", "As the provider charged it."));
    return fields.stream().map(field -> shown(field, refused)).toList();
  }

  private Field shown(Field field, Optional<Problem> refused) {
    Field with = field.showing(at(field.name()));
    return refused
        .filter(problem -> problem.field().map(NAMES::get).filter(field.name()::equals).isPresent())
        .map(problem -> with.refusedFor(problem.detail()))
        .orElse(with);
  }

  private static List<Choice> environments() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Not said", false));
    Arrays.stream(Environment.values())
        .forEach(each -> choices.add(new Choice(each.label(), each.label(), false)));
    return choices;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
