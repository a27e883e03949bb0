package dev.plumbline.api.estimates;

import dev.plumbline.pricing.dataset.TrafficMeans;
import dev.plumbline.pricing.training.TrainingPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Carries what the file says into the break-even page: rows, tokens, and a typical request. */
final class BreakEvenLink {

  private static final int PLACES = 2;

  private BreakEvenLink() {}

  /** Empty when there is nothing to carry. */
  static String of(Estimated answer) {
    return answer.estimate().plan().map(plan -> link(answer, plan)).orElse("");
  }

  private static String link(Estimated answer, TrainingPlan plan) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("model", plan.provider().key() + "/" + answer.estimate().snapshot());
    if (plan.provider().equals(dev.plumbline.core.model.Provider.OPENAI)) {
      query.put("model", answer.estimate().snapshot());
    }
    query.put("at", LocalDate.ofInstant(plan.at(), ZoneOffset.UTC).toString());
    query.put("rows", Long.toString(plan.rows().rows()));
    query.put("row_tokens", rowTokens(plan).toPlainString());
    query.put("epochs", Integer.toString(plan.epochs().count()));
    query.put("runs", Integer.toString(plan.runs()));
    answer.estimate().training().traffic().ifPresent(means -> request(query, means));
    return "/break-even?"
        + query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static BigDecimal rowTokens(TrainingPlan plan) {
    return BigDecimal.valueOf(plan.rows().tokensPerEpoch().tokens())
        .divide(BigDecimal.valueOf(plan.rows().rows()), PLACES, RoundingMode.HALF_EVEN);
  }

  /**
   * The rows show the tuned prompt as it will be; the long prompt of today only the reader knows.
   */
  private static void request(Map<String, String> query, TrafficMeans means) {
    String prompt = rounded(means.promptTokens());
    String answer = rounded(means.answerTokens());
    query.put("static_tuned", "0");
    query.put("input_base", prompt);
    query.put("input_tuned", prompt);
    query.put("output_base", answer);
    query.put("output_tuned", answer);
  }

  private static String rounded(BigDecimal tokens) {
    return tokens.setScale(0, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
