package dev.plumbline.api.drift;

import dev.plumbline.api.web.Shown;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of a plan as a person reads them. */
@TemplateExtension(namespace = "drift")
class DriftAmounts {

  private DriftAmounts() {}

  /**
   * An exact amount in US dollars, from a dollar on rounded up: a plan says what is never passed.
   */
  static String dollars(String exact) {
    BigDecimal amount = new BigDecimal(exact);
    return Shown.money(
        amount.compareTo(BigDecimal.ONE) < 0 ? amount : amount.setScale(2, RoundingMode.CEILING));
  }
}
