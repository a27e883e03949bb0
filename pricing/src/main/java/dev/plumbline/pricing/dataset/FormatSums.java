package dev.plumbline.pricing.dataset;

import dev.plumbline.core.tokens.TokenCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The running sums over the rows of one format. */
final class FormatSums {

  private final long firstLine;
  private final Map<Long, Long> rowsBySize = new HashMap<>();
  private TokenParts tokens = TokenParts.NONE;
  private TokenCount otherAnswers = TokenCount.ZERO;
  private long rows;
  private long prompt;
  private long answer;

  FormatSums(long firstLine) {
    this.firstLine = firstLine;
  }

  void add(RowTokens row) {
    rows++;
    tokens = tokens.plus(row.parts());
    otherAnswers = otherAnswers.plus(row.otherAnswer());
    rowsBySize.merge(row.parts().total().tokens(), 1L, Long::sum);
    prompt += row.prompt();
    answer += row.answer();
  }

  long firstLine() {
    return firstLine;
  }

  long rows() {
    return rows;
  }

  TokenParts tokens() {
    return tokens;
  }

  TokenCount otherAnswers() {
    return otherAnswers;
  }

  RowSizes sizes() {
    return new RowSizes(new TreeMap<>(rowsBySize));
  }

  /** Empty without rows, and for rows that are no chats. */
  Optional<TrafficMeans> traffic() {
    return prompt == 0
        ? Optional.empty()
        : Optional.of(new TrafficMeans(mean(prompt), mean(answer)));
  }

  private BigDecimal mean(long sum) {
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(rows), 2, RoundingMode.HALF_EVEN);
  }
}
