package dev.plumbline.lifecycle.probe;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.probe.check.ProbeAnswer;
import java.util.List;
import java.util.Optional;

/** What came of one call. */
public sealed interface ProbeReply {

  /**
   * An alternative of the first token.
   *
   * @param logprob natural logarithm of its probability
   */
  record TokenLogprob(String token, double logprob) {

    public TokenLogprob {
      requireNonNull(token, "token");
    }
  }

  /**
   * Tokens as the provider counts them.
   *
   * @param input cached ones included
   */
  record Tokens(long input, long cachedInput, long output) {}

  /**
   * What the answer tells about how it was made.
   *
   * @param model that answered, by its full name
   * @param fingerprint of the serving system, which providers do not promise
   * @param limits what the endpoint took
   */
  record Serving(
      Optional<String> model, Optional<String> fingerprint, EndpointLimits limits, int attempts) {

    public Serving {
      requireNonNull(model, "model");
      requireNonNull(fingerprint, "fingerprint");
      requireNonNull(limits, "limits");
    }
  }

  /**
   * An answer.
   *
   * @param firstToken of the text; empty when there is none
   * @param logprobs alternatives of the first token; none when the endpoint offers none
   * @param tokens empty when the provider did not say
   */
  record Answered(
      ProbeAnswer answer,
      String firstToken,
      List<TokenLogprob> logprobs,
      Optional<Tokens> tokens,
      Serving serving)
      implements ProbeReply {

    public Answered {
      requireNonNull(answer, "answer");
      requireNonNull(firstToken, "firstToken");
      logprobs = List.copyOf(logprobs);
      requireNonNull(tokens, "tokens");
      requireNonNull(serving, "serving");
    }
  }

  /**
   * No answer: says nothing about the model.
   *
   * @param why in words, without secrets and addresses
   * @param maybePaid whether the provider may have worked all the same
   */
  record NotMeasured(String why, boolean maybePaid) implements ProbeReply {

    public NotMeasured {
      requireNonNull(why, "why");
    }
  }

  /** The provider says that the model is not there any more. */
  record Gone(String why) implements ProbeReply {

    public Gone {
      requireNonNull(why, "why");
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R answered(Answered answered);

    R notMeasured(NotMeasured notMeasured);

    R gone(Gone gone);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Answered answered) {
      return cases.answered(answered);
    }
    return this instanceof Gone gone ? cases.gone(gone) : cases.notMeasured((NotMeasured) this);
  }
}
