package dev.plumbline.api.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.explore.Guess;
import dev.plumbline.pricing.inference.HitRate;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

  private static final String PRICED =
      """
      {"version": 1, "requests_per_month": 1000,
       "base": {"prices": {"input": 2.5, "output": 10}, "static_tokens": 1700,
                "output_tokens": "200"},
       "tuned": {"prices": {"input": 3.75, "output": 15}, "static_tokens": 200,
                 "output_tokens": 200, "hosting": {"hourly": 1.70}},
       "training": {"cost": 72}}
      """;

  @Test
  void aScenarioWithGivenPricesNeedsNothingElse() {
    ScenarioRequest request = ScenarioReader.read(PRICED);

    assertThat(request.base().prices().orElseThrow().cacheRead()).isEqualByComparingTo("2.5");
    assertThat(request.base().traffic().outputTokens()).isEqualByComparingTo("200");
    assertThat(request.tuned().fixedPerMonth()).isEqualTo(Money.usd("1241")); // 1.70 * 730
    assertThat(request.training().needsPrice()).isFalse();
    assertThat(request.horizonMonths()).isEqualByComparingTo("12");
    assertThat(request.uncertainty()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1|\"version\": 2|version|is 2; this Plumbline reads version 1",
        "\"version\": 1,||version|is missing",
        "\"requests_per_month\": 1000|\"requests_per_month\": -1|requests_per_month|is negative",
        "\"requests_per_month\": 1000|\"requests_per_month\": true|requests_per_month|is not a number",
        "\"requests_per_month\": 1000|\"requests_per_month\": 1e99|requests_per_month|is out of range",
        "\"output\": 10}|\"outputs\": 10}|base.prices.output|is missing",
        "\"static_tokens\": 1700,|\"static_tokens\": 1700, \"cache\": \"exact\",|base.hit_rate|is missing beside a cache",
        "\"static_tokens\": 1700,|\"static_tokens\": 1700, \"hit_rate\": 87,|base.hit_rate|is a share from 0 to 1",
        "\"static_tokens\": 1700,|\"static_tokens\": 1700, \"tier\": \"slow\",|base.tier|is not known here",
        "\"static_tokens\": 1700,|\"static_tokens\": 1700, \"shutdown\": \"soon\",|base.shutdown|is not a day",
        "\"hourly\": 1.70|\"hourly\": 1.70, \"hours_per_month\": 900|tuned.hosting.hours_per_month|a month has 0 to 744 hours",
        "\"cost\": 72|\"tokens\": 5, \"rows\": 3|training.tokens|stands beside rows",
        "\"training\"|\"retries\": {\"limit\": -5}, \"training\"|retries.limit|retries are 0 to 1000",
        "\"training\"|\"uncertainty\": {\"points\": 99999}, \"training\"|uncertainty.points|are 1 to 16,384 here",
        "\"training\"|\"uncertainty\": {\"inputs\": [{\"input\": \"x\"}]}, \"training\"|uncertainty.inputs[0].input|is not an input that can be varied",
        "\"training\"|\"alternatives\": 3, \"training\"|alternatives|is a number; write an array",
        "\"training\"|\"spread\": 1, \"training\"|spread|lies between 0 and 1",
      })
  void aRefusalNamesTheFieldAndTheRemedy(String from, String to, String field, String message) {
    String document =
        PRICED.replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to);

    ScenarioRefusedException refusal =
        catchThrowableOfType(ScenarioRefusedException.class, () -> ScenarioReader.read(document));

    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.line()).startsWith(field + ": ");
  }

  @Test
  void hitsFollowFromArrivalsOrMeasuredGaps() {
    ScenarioRequest poisson =
        ScenarioReader.read(
            PRICED.replace(
                "\"static_tokens\": 1700,",
                "\"static_tokens\": 1700, \"hit_model\": \"poisson_from_write\","
                    + " \"ttl_seconds\": 300, \"cache_machines\": 2,"));
    ScenarioRequest measured =
        ScenarioReader.read(
            PRICED.replace(
                "\"static_tokens\": 1700,",
                "\"static_tokens\": 1700, \"measured_gaps_seconds\": [1, 2, 900, 3],"
                    + " \"ttl_seconds\": 300,"));

    assertThat(poisson.base().hitRate())
        .contains(new HitRate.PoissonFromWrite(new HitRate.Lifetime(new BigDecimal("300"), 2)));
    assertThat(measured.base().hitRate()).contains(HitRate.fixed("0.75"));
  }

  @Test
  void anUncertaintyNamesWhatIsVaried() {
    ScenarioRequest request =
        ScenarioReader.read(
            PRICED.replace(
                "\"training\"",
                "\"uncertainty\": {\"seed\": 7, \"inputs\": [{\"input\": \"one_off\", \"low\": 1,"
                    + " \"high\": 4}]}, \"training\""));

    assertThat(request.uncertainty().orElseThrow().seed()).isEqualTo(7);
    assertThat(request.uncertainty().orElseThrow().ranges().get(0).guess())
        .isEqualTo(Guess.ONE_OFF);
  }

  @Test
  void parametersAndDocumentsAskTheSame() {
    ScenarioRequest request =
        ScenarioParameters.read(
            Map.of(
                "model", "gpt-4o-2024-08-06",
                "static_base", "6000",
                "static_tuned", "200",
                "output_base", "200",
                "volume", "1000",
                "training_tokens", "2880000",
                "compressed", "1500",
                "other", "gpt-6-luna,gpt-4o-mini",
                "ttl", ""));

    assertThat(request.alternatives())
        .extracting(SideRequest::name)
        .containsExactly(
            "gpt-4o-2024-08-06, compressed prompt",
            "gpt-6-luna, long prompt",
            "gpt-4o-mini, long prompt");
    assertThat(request.base().hitRate()).contains(HitRate.fixed("0.60"));
    assertThat(request.assumed()).extracting(Assumption::subject).containsExactly("base.hit_rate");
  }

  @Test
  void theLongPromptGoesToTheBaseOfAFineTune() {
    ScenarioRequest request =
        ScenarioParameters.read(
            Map.of(
                "model", "ft:gpt-4o-2024-08-06:acme::a1",
                "static_base", "6000",
                "static_tuned", "200",
                "output_base", "200",
                "volume", "1000",
                "training_cost", "72"));

    assertThat(request.base().name()).isEqualTo("gpt-4o-2024-08-06");
    assertThat(request.tuned().name()).isEqualTo("ft:gpt-4o-2024-08-06:acme::a1, fine-tuned");
  }

  @ParameterizedTest
  @CsvSource({
    "weather, sunny, weather, is not known",
    "hit_base, 1e2147483647, hit_base, is not a percentage",
    "hits, often, hits, is fixed or arrivals",
    "model, '', model, is missing",
    "volume, many, requests_per_month, is not a number",
  })
  void aWrongParameterIsNamed(String name, String text, String field, String message) {
    Map<String, String> given =
        new java.util.HashMap<>(
            Map.of(
                "model", "gpt-4o-2024-08-06",
                "static_base", "6000",
                "static_tuned", "200",
                "output_base", "200",
                "volume", "1000",
                "training_cost", "72"));
    given.put(name, text);

    ScenarioRefusedException refusal =
        catchThrowableOfType(ScenarioRefusedException.class, () -> ScenarioParameters.read(given));

    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal).hasMessageContaining(message);
  }
}
