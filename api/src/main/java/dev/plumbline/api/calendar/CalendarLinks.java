package dev.plumbline.api.calendar;

import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The search of the page: all of its state is its address. */
record CalendarLinks(QueryValues values) {

  private static final List<String> NAMES =
      List.of("model", "provider", "clock", "severity", "owner", "used", "from", "to", "view");

  /** Where the list begins unless a day is given: what is over is asked for. */
  static Map<String, String> defaults(LocalDate today) {
    return Map.ofEntries(
        Map.entry("model", ""),
        Map.entry("provider", ""),
        Map.entry("clock", ""),
        Map.entry("severity", ""),
        Map.entry("owner", ""),
        Map.entry("used", ""),
        Map.entry("from", today.toString()),
        Map.entry("to", ""),
        Map.entry("view", "list"));
  }

  CalendarQuery query() {
    return new CalendarQuery(
        values.textIfAny("provider").flatMap(this::provider),
        constant("clock", LifeClock.class),
        values.textIfAny("model"),
        values.textIfAny("owner"),
        values.text("used").equals("true"),
        constant("severity", Urgency.class),
        range());
  }

  private Optional<Provider> provider(String text) {
    try {
      return Optional.of(Provider.of(text));
    } catch (IllegalArgumentException e) {
      values.refuse("provider", "is not the key of a provider");
      return Optional.empty();
    }
  }

  private CalendarQuery.Range range() {
    Optional<LocalDate> from = values.dayIfAny("from");
    Optional<LocalDate> to = values.dayIfAny("to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      values.refuse("to", "must be after From");
      to = Optional.empty();
    }
    return new CalendarQuery.Range(from, to);
  }

  private <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    Optional<String> text = values.textIfAny(name);
    Optional<E> found =
        text.flatMap(
            label ->
                Arrays.stream(type.getEnumConstants())
                    .filter(one -> Labels.of(one).equals(label.toLowerCase(Locale.ROOT)))
                    .findFirst());
    if (text.isPresent() && found.isEmpty()) {
      values.refuse(name, "has no such choice");
    }
    return found;
  }

  boolean isMonths() {
    return values.text("view").equals("months");
  }

  /** The same search in the other view. */
  public String list() {
    return address("list");
  }

  public String months() {
    return address("months");
  }

  private String address(String view) {
    UriBuilder page = UriBuilder.fromPath("/calendar");
    List<Object> given = new ArrayList<>();
    for (String name : NAMES) {
      String value = name.equals("view") ? view : values.text(name);
      if (!value.isEmpty()) {
        page.queryParam(name, "{" + name + "}");
        given.add(value);
      }
    }
    return page.build(given.toArray()).toString();
  }

  /** What a feed of this search keeps. */
  public String value(String name) {
    return values.text(name);
  }

  List<Field> fields(Stream<String> providers) {
    List<Choice> keys = new ArrayList<>(List.of(new Choice("", "every one", false)));
    providers.distinct().sorted().forEach(key -> keys.add(new Choice(key, key, false)));
    return Stream.of(
            Field.text("model", "Model", "A base, one fine-tune, or a name with * in it."),
            Field.select("provider", "Provider", "Who serves it.", keys),
            Field.select(
                "clock",
                "Clock",
                "Re-training or calling.",
                choices("both clocks", LifeClock.class)),
            Field.select(
                "severity", "Last change", "How grave, at least.", choices("any", Urgency.class)),
            Field.select(
                "used",
                "Which",
                "Used: what the registry knows.",
                List.of(
                    new Choice("", "all models", false),
                    new Choice("true", "only what we use", false))),
            Field.text("owner", "Owner", "Of a model in use: name or contact."),
            Field.date("from", "From", "First day; empty for the past too."),
            Field.date("to", "To", "The day after the last."))
        .map(values::show)
        .toList();
  }

  private static <E extends Enum<E>> List<Choice> choices(String any, Class<E> type) {
    List<Choice> choices = new ArrayList<>(List.of(new Choice("", any, false)));
    Arrays.stream(type.getEnumConstants())
        .map(Labels::of)
        .forEach(label -> choices.add(new Choice(label, label, false)));
    return choices;
  }
}
