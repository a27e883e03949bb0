package dev.plumbline.pricing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.catalogue.UnpricedReason;
import dev.plumbline.pricing.usage.Usage;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name is billed as, by the moment. */
class NamePricingTest {

  private static final RequestCosts COSTS = RequestCosts.bundled();
  private static final Usage MILLION_EACH = Usage.inclusive(1_000_000, 0, 0, 1_000_000);

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, 2024-10-01T23:59:59Z, 20", // gpt-4o-2024-05-13: 5 + 15
    "gpt-4o, 2024-10-02T00:00:00Z, 12.5", // gpt-4o-2024-08-06: 2.5 + 10
    "gpt-4o-2024-05-13, 2024-10-02T00:00:00Z, 20", // the snapshot never changed
    "gpt-3.5-turbo, 2023-04-01T00:00:00Z, 4", // the undated name: 2 + 2
    "gpt-3.5-turbo, 2023-06-12T23:59:59Z, 4",
    "gpt-3.5-turbo, 2023-06-13T00:00:00Z, 3.5", // 1.5 + 2
    "gpt-3.5-turbo, 2024-02-15T23:59:59Z, 3.5",
    "gpt-3.5-turbo, 2024-02-16T00:00:00Z, 2", // 0.5 + 1.5
    "gpt-3.5-turbo, 2024-06-01T00:00:00Z, 2",
    "gpt-3.5-turbo-16k, 2024-06-01T00:00:00Z, 2",
    "gpt-4, 2025-01-01T00:00:00Z, 90", // gpt-4-0613: 30 + 60
    "gpt-4.1, 2025-09-01T00:00:00Z, 10",
    "chatgpt-4o-latest, 2025-09-01T00:00:00Z, 20",
    "o1-mini, 2025-01-30T23:59:59Z, 15", // 3 + 12
    "o1-mini, 2025-01-31T00:00:00Z, 5.5", // 1.1 + 4.4
    "amazon.nova-pro-v1:0, 2026-08-01T00:00:00Z, 4", // the list leaves the version out
    "gpt-5.6-luna, 2026-07-29T23:59:59Z, 11", // long context: 2 + 9
    "gpt-5.6-luna, 2026-07-30T00:00:00Z, 2.2", // 0.4 + 1.8
  })
  void aNameIsPricedAsWhatItMeantAtThatMoment(String model, Instant at, String expected) {
    assertThat(total(RequestUsage.of(model, at, MILLION_EACH))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ft:gpt-3.5-turbo-0613:acme::a1, 2023-09-01T00:00:00Z, 28", // its own row: 12 + 16
    "ft:gpt-3.5-turbo-0613:acme::a1, 2023-12-01T00:00:00Z, 9", // the family's: 3 + 6
    "ft:gpt-3.5-turbo-1106:acme::a1, 2024-01-01T00:00:00Z, 9",
    "ft:gpt-3.5-turbo:acme::a1, 2023-09-01T00:00:00Z, 28", // the alias meant -0613
    "ft:gpt-3.5-turbo:acme::a1, 2023-12-01T00:00:00Z, 9",
    "ft:gpt-4o-mini:acme:suffix:abc123, 2025-09-01T00:00:00Z, 1.5", // 0.3 + 1.2
    "davinci:ft-personal-2023-04-02-03-13-22, 2023-05-01T00:00:00Z, 240",
  })
  void aFineTuneTakesItsBasesFineTunedRow(String model, Instant at, String expected) {
    assertThat(total(RequestUsage.of(model, at, MILLION_EACH))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4, 90", // ended on 2026-10-23, and was never another
    "gpt-3.5-turbo-1106, 3",
    "gpt-4.1, 10", // still sold
  })
  void withoutADateTheOnlyPriceAModelEverHadIsTaken(String model, String expected) {
    var today = RequestUsage.of(model, Instant.parse("2026-11-21T00:00:00Z"), MILLION_EACH);

    assertThat(Answers.priced(COSTS.costUndated(today)).total().toPlainString())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"gpt-5.6-sol", "o1-mini-2024-09-12", "claude-sonnet-4-20250514"})
  void withoutADateAPriceThatChangedStaysUnknown(String model) {
    var today = RequestUsage.of(model, Instant.parse("2026-11-21T00:00:00Z"), MILLION_EACH);

    assertThat(COSTS.costUndated(today)).isInstanceOf(Estimate.Unpriced.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-2024-05-13, 2026-10-23T00:00:00Z, NO_LONGER_PRICED",
    "gpt-5.6-sol, 2026-11-21T00:00:00Z, NO_LONGER_PRICED",
    "gpt-4.1-2025-04-14, 2025-04-13T00:00:00Z, NOT_YET_PRICED",
    "gpt-4.1, 2025-04-13T00:00:00Z, ALIAS_WITHOUT_SNAPSHOT",
    "ft:gpt-4-0613:acme::a1, 2025-09-01T00:00:00Z, UNKNOWN_MODEL",
    "claude-sonnet-4-20250514, 2026-08-05T00:00:00Z, UNKNOWN_MODEL",
    "not a model, 2025-09-01T00:00:00Z, NOT_A_MODEL_NAME",
    "ftchkpt-e559c011ecc04fc68eaa339d8227d02d, 2025-09-01T00:00:00Z, UNKNOWN_BASE",
    "ftjob-e559c011ecc04fc68eaa339d8227d02d, 2025-09-01T00:00:00Z, UNKNOWN_BASE",
    "gpt-3.5-turbo-16k, 2022-01-01T00:00:00Z, NOT_YET_PRICED",
  })
  void whatHasNoPriceIsUnpricedForAReason(String model, Instant at, UnpricedReason reason) {
    assertThat(unpriced(RequestUsage.of(model, at, MILLION_EACH)).reason()).isEqualTo(reason);
  }

  private static String total(RequestUsage request) {
    return Answers.priced(COSTS.costOf(request)).total().toPlainString();
  }

  private static Estimate.Unpriced unpriced(RequestUsage request) {
    return Answers.unpriced(COSTS.costOf(request));
  }
}
