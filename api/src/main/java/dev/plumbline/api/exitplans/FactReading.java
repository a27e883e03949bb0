package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.Given;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.deprecation.Cloud;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.exit.successor.Placement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people enter into plans. What does not fit is a 400 that names the field. */
final class FactReading {

  /** Checked as text first: a number such as 1e2000000 is short and takes seconds to add. */
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,16})?");

  private static final long MOST = 1_000_000_000_000L;

  private FactReading() {}

  /** An amount in US dollars, zero or more. */
  static Optional<Money> money(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String plain = text.strip();
    if (!AMOUNT.matcher(plain).matches()) {
      throw Input.refused(field, "an amount in US dollars such as 1200.50, without a sign");
    }
    return Optional.of(Money.usd(new BigDecimal(plain)));
  }

  static Optional<Long> count(String field, @Nullable Long number) {
    if (number != null && (number < 0 || number > MOST)) {
      throw Input.refused(field, "a number from 0 to " + MOST);
    }
    return Optional.ofNullable(number);
  }

  static int days(String field, @Nullable Integer number, int usual) {
    int days = number == null ? usual : number;
    if (days < 0 || days > 3650) {
      throw Input.refused(field, "a number from 0 to 3650");
    }
    return days;
  }

  static Placement placement(
      String path, @Nullable String deployment, @Nullable String region, @Nullable String cloud) {
    return new Placement(
        label(path + "deployment", deployment, DeploymentType.values()),
        Given.nameIfAny(path + "region", region),
        label(path + "cloud", cloud, Cloud.values()));
  }

  static <E extends Enum<E>> Optional<E> label(String field, @Nullable String text, E[] constants) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(constants)
            .filter(each -> label(each).equals(text.strip()))
            .findFirst()
            .orElseThrow(
                () ->
                    Input.refused(
                        field,
                        "not one of "
                            + String.join(
                                ", ", Arrays.stream(constants).map(FactReading::label).toList()))));
  }

  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
