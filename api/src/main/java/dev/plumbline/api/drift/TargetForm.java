package dev.plumbline.api.drift;

import dev.plumbline.api.probes.NewTarget;
import dev.plumbline.api.probes.SuiteView;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.syncs.AccountView;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The form of a new target: the model, one beside it, what it may cost and how often it may err.
 */
record TargetForm(Map<String, String> typed, TrafficForm traffic, List<AccountView> accounts) {

  private static final List<String> NAMES =
      List.of(
          "name",
          "account",
          "model",
          "control",
          "candidate",
          "suite",
          "budget_per_month",
          "false_pages_per_year",
          "fleet");

  static TargetForm empty(List<AccountView> accounts) {
    return new TargetForm(
        Map.of("budget_per_month", "5.00", "false_pages_per_year", "1", "fleet", "10"),
        TrafficForm.of(Optional.empty()),
        accounts);
  }

  static TargetForm of(MultivaluedMap<String, String> sent, List<AccountView> accounts) {
    Map<String, String> typed = new TreeMap<>();
    NAMES.forEach(
        name -> Optional.ofNullable(sent.getFirst(name)).ifPresent(text -> typed.put(name, text)));
    return new TargetForm(typed, TrafficForm.of(sent), accounts);
  }

  List<Field> fields(Optional<Problem> refused) {
    List<Choice> choices =
        accounts.stream()
            .filter(each -> each.disabledAt() == null)
            .map(
                each ->
                    new Choice(
                        each.id().toString(), each.name() + " (" + each.provider() + ")", false))
            .toList();
    String account = value("account");
    Field select =
        Field.select("account", "Provider account", "Whose key is used.", choices)
            .showing(account.isEmpty() && !choices.isEmpty() ? choices.get(0).value() : account);
    List<Field> all =
        List.of(
            Field.text("name", "Name", "Yours, for example Support triage."),
            select,
            Field.text("model", "Model", "As it is called; on Azure the deployment."),
            Field.text(
                "control",
                "Control",
                "A model that nobody changes, asked in the same minutes; without one a change is"
                    + " not attributed."),
            Field.text("candidate", "Candidate", "A model you may move to, to rehearse the move."),
            Field.number("budget_per_month", "Budget", "USD a month", "Never more than that."),
            Field.number(
                "false_pages_per_year",
                "False pages",
                "a year",
                "Expected at most, over all targets that share them."),
            Field.number("fleet", "Targets", "targets", "How many share the false pages."));
    List<Field> shown = new ArrayList<>();
    for (Field field : all) {
      Field filled = field.isSelect() ? field : field.showing(value(field.name()));
      shown.add(
          refused
              .filter(problem -> name(problem).equals(field.name()))
              .map(problem -> filled.refusedFor(problem.detail()))
              .orElse(filled));
    }
    shown.addAll(traffic.fields(refused));
    return shown;
  }

  /** The field of the form that a refusal is about. */
  private static String name(Problem problem) {
    String field = problem.field().orElse("");
    if (field.startsWith("arms[0].")) {
      return field.substring("arms[0].".length());
    }
    return field.startsWith("arms[") ? "control" : field;
  }

  NewTarget toRequest() {
    List<NewTarget.ArmRequest> arms = new ArrayList<>();
    arms.add(new NewTarget.ArmRequest("production", "subject", value("account"), value("model")));
    for (String role : List.of("control", "candidate")) {
      if (!value(role).isBlank()) {
        arms.add(new NewTarget.ArmRequest(role, role, value("account"), value(role)));
      }
    }
    return new NewTarget(
        value("name"),
        value("suite"),
        value("budget_per_month"),
        value("false_pages_per_year"),
        fleet(),
        arms,
        null,
        null,
        null,
        traffic.toRequest().orElse(null));
  }

  /** What is asked: the starter suite or one of the organisation's. */
  Field suite(List<SuiteView> suites, Optional<Problem> refused) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("starter", "Starter suite", false));
    suites.forEach(
        each ->
            choices.add(
                new Choice(
                    each.id().toString(),
                    "%s, version %d".formatted(each.name(), each.version()),
                    false)));
    Field field =
        Field.select(
                "suite",
                "Suite",
                "What is asked as tasks; each of its probes needs a right answer.",
                choices)
            .showing(value("suite").isBlank() ? "starter" : value("suite"));
    return refused
        .filter(problem -> problem.field().equals(Optional.of("suite")))
        .map(problem -> field.refusedFor(problem.detail()))
        .orElse(field);
  }

  private Integer fleet() {
    return Input.read(
        "fleet", () -> Integer.parseInt(value("fleet").isBlank() ? "1" : value("fleet").strip()));
  }

  private String value(String name) {
    return typed.getOrDefault(name, "");
  }
}
