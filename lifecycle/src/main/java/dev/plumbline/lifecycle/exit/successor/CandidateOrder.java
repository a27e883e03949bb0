package dev.plumbline.lifecycle.exit.successor;

import dev.plumbline.core.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which candidate to look at first, and why. It is an advice: a person chooses, and nothing is ever
 * switched by it.
 */
public final class CandidateOrder {

  /**
   * A candidate at its place.
   *
   * @param place from 1
   * @param reasons why it stands there, in sentences
   */
  public record Ranked(int place, Candidate candidate, List<String> reasons) {

    public Ranked {
      reasons = List.copyOf(reasons);
    }
  }

  private final int months;
  private final Comparator<Candidate> order;

  /**
   * @param months over which costs are compared
   */
  public CandidateOrder(int months) {
    this.months = months;
    this.order =
        Comparator.comparing(CandidateOrder::group)
            .thenComparing(candidate -> candidate.failed().size())
            .thenComparing(candidate -> candidate.unknown().size())
            .thenComparing(this::compareCosts)
            .thenComparing(Candidate::key);
  }

  /** To stop costs least, but it is what remains when nothing else fits, so it comes after. */
  private static int group(Candidate candidate) {
    if (candidate.isStop()) {
      return 1;
    }
    return candidate.failed().isEmpty() ? 0 : 2;
  }

  private int compareCosts(Candidate one, Candidate other) {
    Optional<Money> first = one.money().over(months).find();
    Optional<Money> second = other.money().over(months).find();
    if (first.isEmpty() || second.isEmpty()) {
      return Boolean.compare(first.isEmpty(), second.isEmpty()); // unknown is not cheap
    }
    return first.get().currency().equals(second.get().currency())
        ? first.get().compareTo(second.get())
        : first
            .get()
            .currency()
            .getCurrencyCode()
            .compareTo(second.get().currency().getCurrencyCode());
  }

  public List<Ranked> rank(Collection<Candidate> candidates) {
    List<Candidate> sorted = candidates.stream().sorted(order).toList();
    List<Ranked> ranked = new ArrayList<>();
    for (Candidate candidate : sorted) {
      ranked.add(new Ranked(ranked.size() + 1, candidate, reasons(candidate)));
    }
    return List.copyOf(ranked);
  }

  private List<String> reasons(Candidate candidate) {
    List<String> reasons = new ArrayList<>();
    reasons.add(checks(candidate));
    if (candidate.isStop()) {
      reasons.add("to stop is what remains when no other way fits");
    }
    reasons.add(
        candidate
            .money()
            .over(months)
            .match(
                known ->
                    "over %d months %s %s than today, once-only costs included"
                        .formatted(months, known.amount().currency(), more(known.amount())),
                gap -> "the cost over %d months is not known: %s".formatted(months, gap.reason())));
    return reasons;
  }

  private static String more(Money amount) {
    return amount.signum() < 0
        ? amount.negated().roundedForDisplay().toPlainString() + " less"
        : amount.roundedForDisplay().toPlainString() + " more";
  }

  private static String checks(Candidate candidate) {
    if (!candidate.failed().isEmpty()) {
      return "fails: " + names(candidate.failed());
    }
    return candidate.unknown().isEmpty()
        ? "every check passes"
        : "nothing fails; not known: " + names(candidate.unknown());
  }

  private static String names(List<SuccessorCheck> checks) {
    return checks.stream().map(check -> check.kind().words()).collect(Collectors.joining(", "));
  }
}
