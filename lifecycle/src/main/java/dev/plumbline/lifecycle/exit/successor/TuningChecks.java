package dev.plumbline.lifecycle.exit.successor;

import static dev.plumbline.lifecycle.exit.successor.CheckKind.ELIGIBLE;
import static dev.plumbline.lifecycle.exit.successor.CheckKind.TUNABLE;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.exit.successor.Successor.BaseAt;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a base can be tuned by anybody, and by this organisation. */
final class TuningChecks {

  /** In the words of the announcement that named {@code gpt-6-luna}. */
  private static final String NOT_TUNABLE = "not fine-tunable";

  private final DeprecationCalendar calendar;
  private final SwitchNeeds needs;
  private final Successor successor;

  TuningChecks(DeprecationCalendar calendar, SwitchNeeds needs, Successor successor) {
    this.calendar = calendar;
    this.needs = needs;
    this.successor = successor;
  }

  SuccessorCheck tunable(BaseAt base) {
    if (!successor.route().tunes()) {
      return SuccessorCheck.pass(TUNABLE, "nothing is tuned on this way");
    }
    Optional<String> refusal = refusedByItsNamer(base);
    if (refusal.isPresent()) {
      return SuccessorCheck.fail(TUNABLE, refusal.get());
    }
    LifespanQuestion question = question(base, CustomerClass.ACTIVE);
    ClockEnd end = calendar.lifespanOf(question).trainingEnd();
    if (calendar.isNeverTunable(question.model())) {
      return SuccessorCheck.fail(TUNABLE, end.match(known -> "never tunable", gap -> gap.reason()));
    }
    Optional<SuccessorCheck> over = end.findKnown().flatMap(known -> over(TUNABLE, known));
    return over.orElseGet(() -> byMethod(question, end));
  }

  /** A source that names the base instead of another can say that it cannot be tuned. */
  private Optional<String> refusedByItsNamer(BaseAt base) {
    return calendar.claims().stream()
        .filter(claim -> claim.subject().provider().equals(base.provider()))
        .filter(claim -> claim.replacement().map(words -> refuses(words, base)).orElse(false))
        .findFirst()
        .map(claim -> refusal(base, claim));
  }

  private static boolean refuses(String words, BaseAt base) {
    return words.startsWith(base.name() + " ") && words.contains(NOT_TUNABLE);
  }

  private static String refusal(BaseAt base, DateClaim claim) {
    return "%s is said to be %s where it is named instead of %s (%s)"
        .formatted(base, NOT_TUNABLE, claim.subject().name(), claim.source().name());
  }

  private SuccessorCheck byMethod(LifespanQuestion question, ClockEnd end) {
    Optional<String> statement = calendar.findTunability(question.model());
    String until = end.match(this::until, gap -> gap.reason());
    if (statement.isEmpty()) {
      return end.match(
          known -> SuccessorCheck.unknown(TUNABLE, until + "; no source names the methods"),
          gap -> SuccessorCheck.unknown(TUNABLE, until));
    }
    return named(statement.get(), until);
  }

  /** A bare "yes" means supervised tuning, which every provider offers first. */
  private SuccessorCheck named(String statement, String until) {
    String evidence = "the source says \"%s\"; %s".formatted(statement, until);
    String upper = statement.toUpperCase(Locale.ROOT).replace("SUPERVISED", "SFT");
    boolean listed = upper.contains(needs.method().name());
    boolean namesMethods =
        Arrays.stream(TuningMethod.values()).anyMatch(method -> upper.contains(method.name()));
    if (listed || (!namesMethods && needs.method() == TuningMethod.SFT)) {
      return SuccessorCheck.pass(TUNABLE, evidence);
    }
    return namesMethods
        ? SuccessorCheck.fail(TUNABLE, evidence)
        : SuccessorCheck.unknown(TUNABLE, evidence + "; whether by " + method() + " is not said");
  }

  private String method() {
    return needs.method().label();
  }

  /** Whether this organisation may, as the provider sees it. */
  SuccessorCheck eligible(BaseAt base) {
    if (!successor.route().tunes()) {
      return SuccessorCheck.pass(ELIGIBLE, "nothing is tuned on this way");
    }
    return calendar
        .lifespanOf(question(base, needs.customer()))
        .trainingEnd()
        .match(this::eligibleUntil, gap -> SuccessorCheck.unknown(ELIGIBLE, gap.reason()));
  }

  private SuccessorCheck eligibleUntil(ClockEnd.Known end) {
    if (end.openKeys().contains("customer class") && !isOpenOn(end, needs.tunedBy())) {
      return SuccessorCheck.unknown(
          ELIGIBLE,
          "%s, and how the provider sees this organisation is not known".formatted(until(end)));
    }
    return over(ELIGIBLE, end)
        .orElseGet(
            () ->
                SuccessorCheck.pass(
                    ELIGIBLE,
                    "%s for an organisation that is %s".formatted(until(end), customer())));
  }

  private String customer() {
    return needs.customer().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Empty while a job can still run on the last day that the plan needs. */
  private Optional<SuccessorCheck> over(CheckKind kind, ClockEnd.Known end) {
    if (isOpenOn(end, needs.tunedBy())) {
      return Optional.empty();
    }
    String evidence = "%s, and the plan tunes until %s".formatted(until(end), needs.tunedBy());
    return Optional.of(
        end.end().certainty() == Certainty.NOT_BEFORE
            ? SuccessorCheck.unknown(kind, evidence)
            : SuccessorCheck.fail(kind, evidence));
  }

  private static boolean isOpenOn(ClockEnd.Known end, LocalDate day) {
    return day.isBefore(end.end().value());
  }

  private String until(ClockEnd.Known end) {
    return "can be tuned until %s%s (%s)"
        .formatted(
            end.end().value().minusDays(1),
            end.end().certainty() == Certainty.NOT_BEFORE ? " or later" : "",
            end.end().source().name());
  }

  private LifespanQuestion question(BaseAt base, CustomerClass customer) {
    return LifespanQuestion.ofBase(
        base.provider(), base.name(), successor.placement().circumstances(customer));
  }
}
