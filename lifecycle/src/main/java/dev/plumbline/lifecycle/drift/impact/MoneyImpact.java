package dev.plumbline.lifecycle.drift.impact;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.impact.TokenChange.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a change means in money: length times price times volume. After the mean lengths are rounded
 * to thousandths of a token nothing is rounded.
 *
 * @param prompts that were answered before and since, and are compared with themselves
 * @param request cost of a mean request
 * @param month change of the cost of a month
 * @param unknown why something above is empty, each with its remedy
 * @param assumptions in sentences
 */
public record MoneyImpact(
    int prompts,
    Optional<TokenChange> input,
    Optional<TokenChange> output,
    Optional<Request> request,
    Optional<Month> month,
    List<String> unknown,
    List<String> assumptions) {

  private static final String NO_VOLUME =
      "how often the model is asked is unknown: enter the volume of this target";

  private static final String NO_LENGTH =
      "how long answers are is unknown: no task was answered with its tokens both before and since;"
          + " wait for the next run of tasks";

  private static final int TOKENS_OF_A_PRICE = 6;

  /** Cost of a request before and since. */
  public record Request(Money before, Money since) {

    public Request {
      requireNonNull(before, "before");
      requireNonNull(since, "since");
    }
  }

  /**
   * What a month costs.
   *
   * @param change since minus before
   * @param lower with {@code upper} at 95 %, for the output alone; empty where lengths have none
   */
  public record Month(
      Money before, Money since, Money change, Optional<Money> lower, Optional<Money> upper) {

    public Month {
      requireNonNull(before, "before");
      requireNonNull(since, "since");
      requireNonNull(change, "change");
      requireNonNull(lower, "lower");
      requireNonNull(upper, "upper");
    }
  }

  public MoneyImpact {
    requireNonNull(input, "input");
    requireNonNull(output, "output");
    requireNonNull(request, "request");
    requireNonNull(month, "month");
    unknown = List.copyOf(unknown);
    assumptions = List.copyOf(assumptions);
  }

  /** Always the same for the same figures. */
  public static MoneyImpact of(MoneyFigures figures) {
    List<PromptTokens> paired = figures.prompts().stream().filter(PromptTokens::isPaired).toList();
    Optional<TokenChange> input =
        change(paired, PromptTokens.Sums::input, figures.traffic().flatMap(Traffic::inputTokens));
    Optional<TokenChange> output =
        change(paired, PromptTokens.Sums::output, figures.traffic().flatMap(Traffic::outputTokens));
    Optional<Lengths> lengths = input.flatMap(in -> output.map(out -> new Lengths(in, out)));
    Optional<TokenPrice.Known> price = figures.price().findKnown();
    return new MoneyImpact(
        paired.size(),
        input,
        output,
        price.flatMap(known -> lengths.map(new Rates(known)::request)),
        price.flatMap(
            known ->
                lengths.flatMap(
                    both ->
                        figures.traffic().map(traffic -> new Rates(known).month(traffic, both)))),
        unknown(figures, paired),
        price.flatMap(known -> lengths.map(both -> assumptions(known, both))).orElse(List.of()));
  }

  private static Optional<TokenChange> change(
      List<PromptTokens> paired, ToLongFunction<PromptTokens.Sums> count, Optional<Long> entered) {
    return paired.isEmpty()
        ? Optional.empty()
        : Optional.of(TokenChange.of(paired, count, entered));
  }

  private static List<String> unknown(MoneyFigures figures, List<PromptTokens> paired) {
    List<String> unknown = new ArrayList<>();
    if (paired.isEmpty()) {
      unknown.add(NO_LENGTH);
    }
    figures
        .price()
        .match(known -> true, unpriced -> unknown.add("the price is unknown: " + unpriced.why()));
    if (figures.traffic().isEmpty()) {
      unknown.add(NO_VOLUME);
    }
    return unknown;
  }

  private static List<String> assumptions(TokenPrice.Known price, Lengths lengths) {
    List<String> assumptions = new ArrayList<>(price.assumptions());
    assumptions.add("no input is cached, and requests are billed at the usual tier");
    if (!(lengths.input().entered() && lengths.output().entered())) {
      assumptions.add("lengths that nobody entered are those of the probes' answers");
    }
    return assumptions;
  }

  private record Lengths(TokenChange input, TokenChange output) {}

  /** Prices of tokens, exact. */
  private record Rates(Currency currency, BigDecimal input, BigDecimal output) {

    Rates(TokenPrice.Known price) {
      this(
          price.currency(),
          price.inputMillion().movePointLeft(TOKENS_OF_A_PRICE),
          price.outputMillion().movePointLeft(TOKENS_OF_A_PRICE));
    }

    Money cost(BigDecimal inputTokens, BigDecimal outputTokens) {
      return new Money(currency, input.multiply(inputTokens).add(output.multiply(outputTokens)));
    }

    Request request(Lengths lengths) {
      TokenChange in = lengths.input();
      TokenChange out = lengths.output();
      return new Request(cost(in.before(), out.before()), cost(in.since(), out.since()));
    }

    Month month(Traffic traffic, Lengths lengths) {
      long requests = traffic.requestsPerMonth();
      Request one = request(lengths);
      Money before = one.before().times(requests);
      Money since = one.since().times(requests);
      BigDecimal inputChange = lengths.input().change();
      Optional<Range> range = lengths.output().range();
      return new Month(
          before,
          since,
          since.minus(before),
          range.map(each -> cost(inputChange, each.lower()).times(requests)),
          range.map(each -> cost(inputChange, each.upper()).times(requests)));
    }
  }
}
