package dev.plumbline.api.web;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The query of a page as values: what is missing takes its default, what is wrong is remembered
 * with its reason and takes its default too, so that a page can show every mistake at once.
 */
public final class QueryValues {

  private static final int LONGEST = 200;

  private final Map<String, String> given;
  private final Map<String, String> defaults;
  private final Map<String, String> refusals = new LinkedHashMap<>();

  /**
   * @param given the parameters of the request; unknown names are not read
   * @param defaults a value for every parameter that the page has
   */
  public QueryValues(Map<String, String> given, Map<String, String> defaults) {
    this.given = Map.copyOf(given);
    this.defaults = Map.copyOf(defaults);
  }

  /** The query of a request; of a parameter given twice the first counts. */
  public static QueryValues of(UriInfo address, Map<String, String> defaults) {
    Map<String, String> given = new LinkedHashMap<>();
    address
        .getQueryParameters()
        .forEach((name, values) -> given.put(name, values.isEmpty() ? "" : values.get(0)));
    return new QueryValues(given, defaults);
  }

  /** The text as given, or the default. */
  public String text(String name) {
    String text = given.getOrDefault(name, fallback(name)).strip();
    if (text.length() > LONGEST) {
      refuse(name, "is longer than " + LONGEST + " characters; shorten it");
      return fallback(name);
    }
    return text;
  }

  /** The text when there is any. */
  public Optional<String> textIfAny(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /** A plain decimal within the limits, both included; digit groups with commas are read too. */
  public BigDecimal number(String name, String lowest, String highest) {
    return read(name, lowest, highest)
        .orElseGet(() -> new BigDecimal(fallback(name).isEmpty() ? lowest : fallback(name)));
  }

  /** A whole number within the limits. */
  public int whole(String name, int lowest, int highest) {
    BigDecimal value = number(name, Integer.toString(lowest), Integer.toString(highest));
    if (value.stripTrailingZeros().scale() > 0) {
      refuse(name, "must be a whole number, not " + value.toPlainString());
      return fallback(name).isEmpty() ? lowest : Integer.parseInt(fallback(name));
    }
    return value.intValue();
  }

  /** The day, or empty when none is given or it is refused. */
  public Optional<LocalDate> dayIfAny(String name) {
    return textIfAny(name).flatMap(text -> readDay(name, text));
  }

  /** The day as given, or the default. */
  public LocalDate day(String name) {
    return readDay(name, text(name)).orElseGet(() -> LocalDate.parse(fallback(name)));
  }

  private Optional<LocalDate> readDay(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 2015 && day.getYear() <= 2100) {
        return Optional.of(day);
      }
      refuse(name, "must lie between 2015 and 2100, not " + text);
    } catch (DateTimeException e) {
      refuse(name, "is not a day such as 2026-11-20");
    }
    return Optional.empty();
  }

  /** Remembers why a value cannot be used; the first reason stays. */
  public void refuse(String name, String reason) {
    requireNonNull(reason, "reason");
    refusals.putIfAbsent(name, reason);
  }

  /** Parameter to reason, in the order in which they were read. */
  public Map<String, String> refusals() {
    return java.util.Collections.unmodifiableMap(refusals);
  }

  /** The field with the text as it was given and the reason if that was refused. */
  public Field show(Field field) {
    String raw = given.getOrDefault(field.name(), fallback(field.name()));
    Field shown = field.showing(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
    String reason = refusals.get(field.name());
    return reason == null ? shown : shown.refusedFor(field.label() + " " + reason + ".");
  }

  private Optional<BigDecimal> read(String name, String lowest, String highest) {
    String text = text(name).replace(",", "").replace("\u00a0", "").replace(" ", "");
    if (text.isEmpty() || text.length() > 30) {
      refuse(name, "needs a number from %s to %s".formatted(lowest, highest));
      return Optional.empty();
    }
    try {
      BigDecimal value = new BigDecimal(text);
      if (tooFine(value) || outside(value, lowest, highest)) {
        refuse(name, "must lie between %s and %s".formatted(lowest, highest));
        return Optional.empty();
      }
      return Optional.of(value);
    } catch (NumberFormatException e) {
      refuse(name, "is not a number; write it like 1200 or 0.5");
      return Optional.empty();
    }
  }

  /** 1e-999999 is a number too, and one that makes every later division endless. */
  private static boolean tooFine(BigDecimal value) {
    return value.scale() > 20 || value.scale() < -20;
  }

  private static boolean outside(BigDecimal value, String lowest, String highest) {
    return value.compareTo(new BigDecimal(lowest)) < 0
        || value.compareTo(new BigDecimal(highest)) > 0;
  }

  private String fallback(String name) {
    String value = defaults.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the page has no parameter " + name);
    }
    return value;
  }
}
