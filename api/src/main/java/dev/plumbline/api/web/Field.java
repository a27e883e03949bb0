package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * One input of a form, as it is shown: with its label, its unit and what it means.
 *
 * @param name name of the query parameter
 * @param kind {@code number}, {@code date}, {@code text} or {@code select}
 * @param value the text as the reader gave it, right or wrong
 * @param unit shown behind the input; empty when it has none
 * @param wrong why the value was refused; empty when it was not
 * @param choices what a select offers; empty for other kinds
 * @param wide whether the input takes the whole row
 */
public record Field(
    String name,
    String kind,
    String label,
    String value,
    String unit,
    String help,
    String wrong,
    List<Choice> choices,
    boolean wide) {

  public Field {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    requireNonNull(label, "label");
    requireNonNull(value, "value");
    requireNonNull(unit, "unit");
    requireNonNull(help, "help");
    requireNonNull(wrong, "wrong");
    choices = List.copyOf(choices);
  }

  /** A number with its unit. */
  public static Field number(String name, String label, String unit, String help) {
    return new Field(name, "number", label, "", unit, help, "", List.of(), false);
  }

  /** A day. */
  public static Field date(String name, String label, String help) {
    return new Field(name, "date", label, "", "", help, "", List.of(), false);
  }

  /** Free text, such as a search. */
  public static Field text(String name, String label, String help) {
    return new Field(name, "text", label, "", "", help, "", List.of(), false);
  }

  /** A list to choose one from; the entry equal to the value is the chosen one. */
  public static Field select(String name, String label, String help, List<Choice> choices) {
    return new Field(name, "select", label, "", "", help, "", choices, false);
  }

  /** The field with this text; a list gets an entry for a value that it does not have. */
  public Field showing(String text) {
    List<Choice> marked = new ArrayList<>();
    for (Choice each : choices) {
      marked.add(new Choice(each.value(), each.label(), each.value().equals(text)));
    }
    if (isSelect() && marked.stream().noneMatch(Choice::chosen)) {
      marked.add(new Choice(text, text, true));
    }
    return new Field(name, kind, label, text, unit, help, wrong, marked, wide);
  }

  public Field refusedFor(String reason) {
    return new Field(name, kind, label, value, unit, help, reason, choices, wide);
  }

  public Field asWide() {
    return new Field(name, kind, label, value, unit, help, wrong, choices, true);
  }

  /** The element that describes the input to assistive technology. */
  public String describedBy() {
    return wrong.isEmpty() ? name + "-help" : name + "-wrong " + name + "-help";
  }

  public boolean isSelect() {
    return kind.equals("select");
  }

  public boolean isRefused() {
    return !wrong.isEmpty();
  }
}
