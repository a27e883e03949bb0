package dev.plumbline.api.providers;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.sync.CallOutcome;
import dev.plumbline.lifecycle.sync.PollResult;

/** A provider did not do what was asked; the message has no secret and no address in it. */
public final class ProviderFailureException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final PollResult.Reason reason;
  private final CallOutcome outcome;
  private final int status;

  private ProviderFailureException(
      String words, PollResult.Reason reason, CallOutcome outcome, int status) {
    super(words);
    this.status = status;
    this.reason = requireNonNull(reason, "reason");
    this.outcome = requireNonNull(outcome, "outcome");
  }

  /** The provider did not answer, or was busy; it may the next time. */
  public static ProviderFailureException noAnswer(String words) {
    return new ProviderFailureException(
        words, PollResult.Reason.NO_ANSWER, CallOutcome.NO_ANSWER, 0);
  }

  /** What came is not what the interface promises. */
  public static ProviderFailureException unsound(String words) {
    return new ProviderFailureException(words, PollResult.Reason.PAGES, CallOutcome.NO_ANSWER, 0);
  }

  /**
   * By the status of an answer that is no success.
   *
   * @param code the provider's word for what is wrong; may be empty
   * @param message the provider's sentence, of which only a few words are looked for
   */
  public static ProviderFailureException ofStatus(int status, String code, String message) {
    String words = "status " + status + (code.matches("[a-z_]{1,60}") ? " " + code : "");
    if (status == 401 || status == 403) {
      return new ProviderFailureException(
          words, PollResult.Reason.NO_ACCESS, CallOutcome.NO_ACCESS, status);
    }
    if (status == 408 || status == 429 || status >= 500) {
      return noAnswer(words);
    }
    return new ProviderFailureException(
        words, PollResult.Reason.PAGES, outcome(status, code, message), status);
  }

  /** A refusal of our kind of question is an answer of a model that is there. */
  private static CallOutcome outcome(int status, String code, String message) {
    if (status == 410 || message.contains("deprecated") || message.contains("decommissioned")) {
      return CallOutcome.RETIRED;
    }
    if (message.contains("not a chat model")) {
      return CallOutcome.ANSWERED;
    }
    boolean missing = code.equals("model_not_found") || code.equals("DeploymentNotFound");
    return status == 404 && missing ? CallOutcome.NOT_FOUND : CallOutcome.NO_ANSWER;
  }

  public PollResult.Reason reason() {
    return reason;
  }

  /** Of the answer; 0 when there was none. */
  public int status() {
    return status;
  }

  public CallOutcome outcome() {
    return outcome;
  }
}
