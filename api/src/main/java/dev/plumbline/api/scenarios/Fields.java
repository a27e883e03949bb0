package dev.plumbline.api.scenarios;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The fields of one object of a scenario; every refusal names the path of the field. */
final class Fields {

  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_NUMBER = 40;
  private static final int MOST_ITEMS = 1000;
  private static final int MOST_PLACES = 30;
  private static final int MOST_DIGITS = 15;

  private final String path;
  private final JsonObject object;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(String path, JsonObject object) {
    this.path = path;
    this.object = object;
  }

  String path() {
    return path;
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<JsonValue> find(String name) {
    known.add(name);
    return object.findPresent(name);
  }

  Optional<String> text(String name) {
    return find(name).map(value -> text(name, value));
  }

  private String text(String name, JsonValue value) {
    if (!(value instanceof JsonText text)) {
      throw refused(name, "is " + value.kind() + "; write a string");
    }
    if (text.text().isBlank() || text.text().length() > LONGEST_TEXT) {
      throw refused(name, "has 1 to 200 characters");
    }
    return text.text().strip();
  }

  <T> Optional<T> word(String name, Function<String, T> reading) {
    return text(name).map(text -> part(name, () -> reading.apply(text)));
  }

  Optional<LocalDate> day(String name) {
    return text(name)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                throw refused(name, "is not a day: \"" + text + "\"; write 2026-11-20");
              }
            });
  }

  /** A number of 0 or more, as a JSON number or as a string of digits. */
  Optional<BigDecimal> number(String name) {
    return find(name).map(value -> decimal(name, value)).map(number -> notNegative(name, number));
  }

  BigDecimal number(String name, String otherwise) {
    return number(name).orElseGet(() -> new BigDecimal(otherwise));
  }

  BigDecimal needed(String name) {
    return number(name).orElseThrow(() -> refused(name, "is missing; write a number of 0 or more"));
  }

  Money money(String name) {
    return Money.usd(number(name, "0"));
  }

  BigDecimal share(String name, String otherwise) {
    BigDecimal share = number(name, otherwise);
    if (share.compareTo(BigDecimal.ONE) > 0) {
      throw refused(
          name, "is a share from 0 to 1: " + share.toPlainString() + "; write 87 % as 0.87");
    }
    return share;
  }

  /** A whole number; -1 is allowed where the caller gives a meaning to it. */
  Optional<Integer> whole(String name) {
    return find(name)
        .map(value -> decimal(name, value))
        .map(
            number -> {
              try {
                return number.intValueExact();
              } catch (ArithmeticException e) {
                throw refused(name, "is not a whole number: " + number.toPlainString());
              }
            });
  }

  List<BigDecimal> numbers(String name) {
    return items(name).stream().map(item -> notNegative(name, decimal(name, item))).toList();
  }

  Optional<Fields> object(String name) {
    return find(name).map(value -> object(at(name), value));
  }

  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonValue item : items(name)) {
      objects.add(object(at(name) + "[" + objects.size() + "]", item));
    }
    return objects;
  }

  private List<JsonValue> items(String name) {
    Optional<JsonValue> value = find(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof JsonArray array)) {
      throw refused(name, "is " + value.get().kind() + "; write an array");
    }
    if (array.items().size() > MOST_ITEMS) {
      throw refused(name, "has more than 1,000 items");
    }
    return array.items();
  }

  private static Fields object(String path, JsonValue value) {
    if (value instanceof JsonObject object) {
      return new Fields(path, object);
    }
    throw new ScenarioRefusedException(path, "is " + value.kind() + "; write an object");
  }

  /** A part of the domain whose refusal is about this field. */
  <T> T part(String name, Supplier<T> part) {
    try {
      return part.get();
    } catch (ScenarioRefusedException e) {
      throw e;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw refused(name, String.valueOf(e.getMessage()));
    }
  }

  /** Call last: a name that nobody asked for is most likely misspelt. */
  void refuseOthers() {
    for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
      if (!known.contains(field.getKey())) {
        throw refused(field.getKey(), "is not known here; known: " + String.join(", ", known));
      }
    }
  }

  ScenarioRefusedException refused(String name, String message) {
    return new ScenarioRefusedException(at(name), message);
  }

  private BigDecimal notNegative(String name, BigDecimal number) {
    if (number.signum() < 0) {
      throw refused(name, "is negative: " + number.toPlainString() + "; write 0 or more");
    }
    return number;
  }

  private BigDecimal decimal(String name, JsonValue value) {
    String digits =
        value instanceof JsonNumber number
            ? number.digits()
            : value instanceof JsonText text ? text.text().strip() : "";
    try {
      if (digits.isEmpty() || digits.length() > LONGEST_NUMBER) {
        throw new NumberFormatException("not digits");
      }
      return bounded(name, new BigDecimal(digits));
    } catch (NumberFormatException e) {
      throw refused(name, "is not a number; write digits with a point, such as 0.87");
    }
  }

  private BigDecimal bounded(String name, BigDecimal number) {
    long places = number.scale();
    if (Math.abs(places) > MOST_PLACES || number.precision() - places > MOST_DIGITS) {
      throw refused(
          name, "is out of range; numbers have at most 15 digits before the point and 30 after");
    }
    return places < 0 ? number.setScale(0) : number;
  }
}
