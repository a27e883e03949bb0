package dev.plumbline.pricing.cost;

import static dev.plumbline.pricing.catalogue.PriceRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.catalogue.PriceRowFixture;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.UnpricedReason;
import dev.plumbline.pricing.cost.PriceCases.Case;
import dev.plumbline.pricing.usage.Usage;
import dev.plumbline.pricing.usage.UsagePart;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 83 cases with known answers. A case is exact by the bundled prices, exact by prices that the
 * case states itself, or unpriced for the reason given here.
 */
class PriceCasesTest {

  private static final RequestCosts BUNDLED = RequestCosts.bundled();

  /** Cases of training, hosting and rates of their own; each has its test below. */
  private static final Set<String> STATES_ITS_OWN_RATES =
      Set.of(
          "mock-multi-tier",
          "test-model",
          "(input 0.01 output 0.02 total 0.03)",
          "azure gpt-4.1 (global SFT)",
          "azure o4-mini RFT",
          "azure o4-mini RFT + o3-mini grader",
          "bedrock llama-2 PT 1MU 31 days",
          "gpt-4o-2024-08-06 training");

  @ParameterizedTest
  @MethodSource("requestsOfKnownModels")
  void aRequestThatTheFactsCanPriceIsExact(Case one) {
    assertThat(Answers.priced(BUNDLED.costOf(one.request())).total().amount())
        .isEqualByComparingTo(one.expected());
  }

  @ParameterizedTest
  @MethodSource("requestsOfUnknownModels")
  void aModelThatIsNotInTheFactsIsUnpriced(Case one) {
    assertThat(Answers.unpriced(BUNDLED.costOf(one.request())).reason())
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void everyCaseIsAccountedFor() throws IOException {
    // 35 dated and 5 undated requests, 31 unknown, 12 with rates of their own or for training
    assertThat(PriceCases.all()).hasSize(83);
    assertThat(requestsOfKnownModels()).hasSize(40);
    assertThat(requestsOfUnknownModels()).hasSize(29);
  }

  @ParameterizedTest
  @MethodSource("multiTier")
  void eachComponentHasThresholdsOfItsOwn(Case one) {
    RequestCosts costs =
        costs(
            row(Component.INPUT, "1"),
            row(Component.INPUT, "2").above(100_000),
            row(Component.INPUT, "3").above(500_000),
            row(Component.INPUT, "5").above(1_000_000),
            row(Component.OUTPUT, "3"),
            row(Component.OUTPUT, "5").above(200_000),
            row(Component.OUTPUT, "8").above(1_000_000));

    assertThat(cost(costs, "m", one.usage())).isEqualByComparingTo(one.expected());
  }

  @Test
  void anImageModelBillsItsImageTokensApart() throws IOException {
    Case one = only("gpt-image-1.5");
    RequestCosts costs =
        costs(
            row(Component.INPUT, "5"),
            row(Component.CACHED_INPUT, "1.25"),
            row(Component.OUTPUT, "10"),
            row(Component.IMAGE_INPUT, "8"),
            row(Component.CACHED_IMAGE_INPUT, "2"),
            row(Component.IMAGE_OUTPUT, "32"));
    Usage usage =
        one.usage()
            .withPart(UsagePart.IMAGE_INPUT, 250) // 300 of which 50 were cached
            .withPart(UsagePart.CACHED_IMAGE_INPUT, 50)
            .withPart(UsagePart.IMAGE_OUTPUT, 500);

    assertThat(cost(costs, "m", usage)).isEqualByComparingTo(one.expected());
  }

  @Test
  void imageOutputAtItsOwnRateIsExact() throws IOException {
    Case one = only("test-model");
    RequestCosts costs =
        costs(
            row(Component.INPUT, "1"),
            row(Component.OUTPUT, "2"),
            row(Component.IMAGE_OUTPUT, "5"));

    assertThat(cost(costs, "m", one.usage().withPart(UsagePart.IMAGE_OUTPUT, 1_120)))
        .isEqualByComparingTo(one.expected());
  }

  @Test
  void statedRatesOfO1AndOfAzureAreExact() throws IOException {
    RequestCosts o1 = costs(row(Component.INPUT, "15"), row(Component.OUTPUT, "60"));
    RequestCosts azure = costs(row(Component.INPUT, "0.5"), row(Component.OUTPUT, "1.5"));

    assertThat(cost(o1, "m", only("o1").usage())).isEqualByComparingTo(only("o1").expected());
    assertThat(cost(azure, "m", only("azure/gpt-35-turbo").usage()))
        .isEqualByComparingTo(only("azure/gpt-35-turbo").expected());
  }

  @Test
  void aPriceForTheTotalIsNotFollowed() throws IOException {
    // langfuse multiplies its total price with 300 units: 9. Here the sum of the parts is the cost,
    // 100 x 0.01 + 200 x 0.02 = 5, because a total cannot say which tokens were cached.
    Case one = only("(input 0.01 output 0.02 total 0.03)");
    RequestCosts costs = costs(row(Component.INPUT, "10000"), row(Component.OUTPUT, "20000"));

    assertThat(cost(costs, "m", one.usage())).isEqualByComparingTo("5");
    assertThat(one.expected()).isEqualByComparingTo("9");
  }

  @Test
  void trainingTokensTakeThePriceOfTheirDay() throws IOException {
    assertThat(training("gpt-4o-2024-08-06", "2026-02-01T00:00:00Z", 4_000_000))
        .isEqualTo(new Money(USD, expectedOfTraining("training_tokens=1000000; epochs=4")));
    assertThat(training("gpt-4o-2024-08-06", "2024-09-24T00:00:00Z", 1_500_000))
        .isEqualTo(new Money(USD, only("gpt-4o-2024-08-06 training").expected()));
  }

  @Test
  void azuresWorkedExamplesAreExact() throws IOException {
    Instant day = Instant.parse("2026-02-11T00:00:00Z");
    ListPrice global = azure("gpt-4.1-2025-04-14", Component.TRAINING, day);
    ListPrice hour = azure("o4-mini-2025-04-16", Component.TRAINING, day);
    Money hours = CostLine.of(hour, BigDecimal.valueOf(4)).amount();
    Money grading =
        CostLine.of(row(Component.INPUT, "1.10").build(), BigDecimal.valueOf(5_000_000))
            .amount()
            .plus(
                CostLine.of(row(Component.OUTPUT, "4.40").build(), BigDecimal.valueOf(4_900_000))
                    .amount());

    assertThat(CostLine.of(global, BigDecimal.valueOf(2_000_000)).amount())
        .isEqualTo(new Money(USD, only("azure gpt-4.1 (global SFT)").expected()));
    assertThat(hours).isEqualTo(new Money(USD, only("azure o4-mini RFT").expected()));
    assertThat(hours.plus(grading))
        .isEqualTo(new Money(USD, only("azure o4-mini RFT + o3-mini grader").expected()));
  }

  @Test
  void provisionedThroughputIsBilledByTheHour() throws IOException {
    PriceQuestion question =
        PriceQuestion.of(
                Provider.BEDROCK, "llama-2", Component.PROVISIONED_THROUGHPUT, PriceCases.UNDATED)
            .ofFineTune(true)
            .forVariant("1-month commitment");
    ListPrice price = PriceCatalogue.bundled().find(question).findFound().orElseThrow().price();

    assertThat(price.unit()).isEqualTo(PriceUnit.PER_MODEL_UNIT_HOUR);
    assertThat(CostLine.of(price, BigDecimal.valueOf(744)).amount())
        .isEqualTo(new Money(USD, only("bedrock llama-2 PT 1MU 31 days").expected()));
  }

  private static final java.util.Currency USD = java.util.Currency.getInstance("USD");

  static List<Case> requestsOfKnownModels() throws IOException {
    return requests().filter(one -> !PriceCases.NOT_IN_THE_FACTS.contains(one.model())).toList();
  }

  static List<Case> requestsOfUnknownModels() throws IOException {
    return requests().filter(one -> PriceCases.NOT_IN_THE_FACTS.contains(one.model())).toList();
  }

  static List<Case> multiTier() throws IOException {
    return PriceCases.all().stream().filter(one -> one.model().equals("mock-multi-tier")).toList();
  }

  private static Stream<Case> requests() throws IOException {
    return PriceCases.all().stream()
        .filter(one -> !STATES_ITS_OWN_RATES.contains(one.model()) && !one.isTraining());
  }

  private static Case only(String model) throws IOException {
    return PriceCases.all().stream()
        .filter(one -> one.model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal expectedOfTraining(String other) throws IOException {
    return PriceCases.all().stream()
        .filter(one -> one.other().startsWith(other))
        .findFirst()
        .orElseThrow()
        .expected();
  }

  private static Money training(String base, String at, long tokens) {
    PriceQuestion question =
        PriceQuestion.of(Provider.OPENAI, base, Component.TRAINING, Instant.parse(at))
            .ofFineTune(true);
    ListPrice price = PriceCatalogue.bundled().find(question).findFound().orElseThrow().price();
    return CostLine.of(price, BigDecimal.valueOf(tokens)).amount();
  }

  private static ListPrice azure(String base, Component component, Instant at) {
    PriceQuestion question = PriceQuestion.of(Provider.AZURE, base, component, at).ofFineTune(true);
    return PriceCatalogue.bundled().find(question).findFound().orElseThrow().price();
  }

  private static RequestCosts costs(PriceRowFixture... rows) {
    PriceCatalogue prices = PriceCatalogue.of(Stream.of(rows).map(PriceRowFixture::build).toList());
    return new RequestCosts(prices, ModelNames.bundled(), Aliases.bundled());
  }

  private static BigDecimal cost(RequestCosts costs, String model, Usage usage) {
    Instant at = Instant.parse("2026-06-01T00:00:00Z");
    return Answers.priced(costs.costOf(RequestUsage.of(model, at, usage))).total().amount();
  }
}
