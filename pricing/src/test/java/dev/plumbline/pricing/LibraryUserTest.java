package dev.plumbline.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.cost.RequestUsage;
import dev.plumbline.pricing.usage.Usage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a user of the library writes: no framework, database or network. */
class LibraryUserTest {

  public static void main(String[] arguments) {
    System.out.println(costOfOneRequest());
  }

  private static Estimate costOfOneRequest() {
    RequestUsage request =
        RequestUsage.of(
            "ft:gpt-4.1-2025-04-14:acme::a1",
            Instant.parse("2025-09-01T00:00:00Z"),
            Usage.inclusive(1_000, 400, 0, 200));
    return RequestCosts.bundled().costOf(request);
  }

  @Test
  void aRequestIsPricedInAMainMethod() {
    main(new String[0]);

    Estimate.Priced priced = (Estimate.Priced) costOfOneRequest();
    // 600 x 3 + 400 x 0.75 + 200 x 12 = 4,500 millionths
    assertThat(priced.breakdown().total()).hasToString("USD 0.0045");
  }
}
