package dev.plumbline.pricing.breakeven.table;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;

/** The cells of one row by column, read with an error that names the column. */
final class ScenarioRow {

  /** Longer digits are no measurement but an attack on the arithmetic. */
  private static final int LONGEST = 40;

  private static final int MOST_PLACES = 30;
  private static final int MOST_DIGITS = 15;

  private final Map<String, String> cells;

  ScenarioRow(Map<String, String> cells) {
    this.cells = Map.copyOf(cells);
  }

  String text(String column) {
    return requireNonNull(cells.getOrDefault(column, "")).strip();
  }

  boolean isEmpty(String column) {
    return text(column).isEmpty();
  }

  BigDecimal decimal(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw new BadCellException(column, "is empty; write a number, 0 where there is none");
    }
    if (text.length() > LONGEST) {
      throw new BadCellException(column, "has more than 40 characters; write a shorter number");
    }
    return bounded(column, parsed(column, text));
  }

  /** A cell that may be empty because the row does not use it. */
  BigDecimal unused(String column) {
    return isEmpty(column) ? BigDecimal.ZERO : decimal(column);
  }

  Money money(String column) {
    return Money.usd(notNegative(column));
  }

  BigDecimal notNegative(String column) {
    BigDecimal number = decimal(column);
    if (number.signum() < 0) {
      throw new BadCellException(column, "is negative: " + text(column) + "; write 0 or more");
    }
    return number;
  }

  BigDecimal share(String column) {
    BigDecimal number = decimal(column);
    if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
      throw new BadCellException(
          column, "is not a share from 0 to 1: " + text(column) + "; write 87 % as 0.87");
    }
    return number;
  }

  int whole(String column) {
    try {
      return decimal(column).intValueExact();
    } catch (ArithmeticException e) {
      throw new BadCellException(column, "is not a whole number: " + text(column));
    }
  }

  /** Builds a part whose refusal is about this column. */
  <T> T part(String column, Supplier<T> part) {
    try {
      return part.get();
    } catch (BadCellException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new BadCellException(column, "is refused: " + e.getMessage());
    }
  }

  private static BigDecimal parsed(String column, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new BadCellException(
          column, "is not a number: \"" + text + "\"; write digits with a point, such as 0.87");
    }
  }

  private static BigDecimal bounded(String column, BigDecimal number) {
    long places = number.scale();
    boolean small = Math.abs(places) <= MOST_PLACES && number.precision() - places <= MOST_DIGITS;
    if (!small) {
      throw new BadCellException(
          column, "is out of range; numbers have at most 15 digits before the point and 30 after");
    }
    return places < 0 ? number.setScale(0) : number;
  }
}
