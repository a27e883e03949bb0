package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.tokens.ChatMessage;
import java.util.List;

/** Rules about the two answers of a preference row. */
final class PreferenceRules {

  private static final String CODE = "BAD_PREFERENCE_PAIR";

  private PreferenceRules() {}

  static final List<RowRule> ALL = List.of(PreferenceRules::pair);

  private static void pair(TrainingRow row, RowFindings findings) {
    if (row.format() != DatasetFormat.DPO) {
      return;
    }
    boolean first = side(row.preferred(), "preferred_output", findings);
    boolean second = side(row.nonPreferred(), "non_preferred_output", findings);
    if (first && second && row.preferred().get(0).text().equals(row.nonPreferred().get(0).text())) {
      findings.error(
          CODE,
          "non_preferred_output",
          "both answers are the same, so the pair prefers nothing",
          "write two different answers or remove the row");
    }
  }

  private static boolean side(List<ChatMessage> answer, String field, RowFindings findings) {
    boolean good =
        answer.size() == 1
            && TrainingRow.isAssistant(answer.get(0))
            && answer.get(0).images().isEmpty()
            && answer.get(0).calls().isEmpty();
    if (!good) {
      findings.error(
          CODE,
          field,
          "must hold exactly one assistant message of text",
          "write [{\"role\": \"assistant\", \"content\": \"…\"}]");
    }
    return good;
  }
}
