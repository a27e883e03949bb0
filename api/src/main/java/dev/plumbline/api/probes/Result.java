package dev.plumbline.api.probes;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.api.costs.CallCosts.CallCost;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.probe.ProbeReply;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.check.ProbeAnswer;
import dev.plumbline.lifecycle.probe.check.ProbeJson;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be kept of a call.
 *
 * @param cost empty when there was no answer with tokens
 */
record Result(
    Call call,
    Instant at,
    long millis,
    ProbeReply reply,
    Optional<CallCost> cost,
    boolean unknown) {

  static final String NO_LOGPROBS = "this endpoint offers no log-probabilities";

  Result {
    requireNonNull(call, "call");
    requireNonNull(at, "at");
    requireNonNull(reply, "reply");
    requireNonNull(cost, "cost");
  }

  /** An intent that nobody saw the end of. */
  static Result unknown(Call call, Instant at) {
    return new Result(
        call,
        at,
        0,
        new ProbeReply.NotMeasured(
            "asked before a stop, the answer was lost; not asked again", true),
        Optional.empty(),
        true);
  }

  Optional<ProbeReply.Answered> answered() {
    return reply instanceof ProbeReply.Answered answered ? Optional.of(answered) : Optional.empty();
  }

  String outcome() {
    return reply.match(
        new ProbeReply.Cases<>() {
          @Override
          public String answered(ProbeReply.Answered answered) {
            return "answered";
          }

          @Override
          public String notMeasured(ProbeReply.NotMeasured notMeasured) {
            return unknown ? "unknown" : "not_measured";
          }

          @Override
          public String gone(ProbeReply.Gone gone) {
            return "gone";
          }
        });
  }

  /** Whether something may have been paid that is in no cost. */
  boolean maybePaid() {
    return reply.match(
        new ProbeReply.Cases<>() {
          @Override
          public Boolean answered(ProbeReply.Answered answered) {
            return cost.flatMap(CallCost::amount).isEmpty();
          }

          @Override
          public Boolean notMeasured(ProbeReply.NotMeasured notMeasured) {
            return notMeasured.maybePaid();
          }

          @Override
          public Boolean gone(ProbeReply.Gone gone) {
            return false;
          }
        });
  }

  Optional<CheckResult> checked() {
    return call.probe().checks().isEmpty()
        ? Optional.empty()
        : answered().map(answered -> call.probe().check(answered.answer()));
  }

  /** Why there is no answer, why it did not pass, or what is missing in it; empty otherwise. */
  Optional<String> reason() {
    return reply.match(
        new ProbeReply.Cases<>() {
          @Override
          public Optional<String> answered(ProbeReply.Answered answered) {
            boolean refused =
                call.probe().sampling().topLogprobs() > 0
                    && !answered.serving().limits().logprobs();
            return checked()
                .map(CheckResult::why)
                .filter(why -> !why.isEmpty())
                .or(() -> refused ? Optional.of(NO_LOGPROBS) : Optional.empty());
          }

          @Override
          public Optional<String> notMeasured(ProbeReply.NotMeasured notMeasured) {
            return Optional.of(notMeasured.why());
          }

          @Override
          public Optional<String> gone(ProbeReply.Gone gone) {
            return Optional.of(gone.why());
          }
        });
  }

  Optional<String> answerJson() {
    return answered().map(ProbeReply.Answered::answer).map(Result::json);
  }

  private static String json(ProbeAnswer answer) {
    ObjectNode json = ProbeJson.object().put("text", answer.text());
    if (answer.refused()) {
      json.put("refused", true);
    }
    if (!answer.tools().isEmpty()) {
      var tools = json.putArray("tools");
      answer
          .tools()
          .forEach(
              tool ->
                  tools.addObject().put("name", tool.name()).put("arguments", tool.arguments()));
    }
    return json.toString();
  }

  Optional<String> answerHash() {
    return answerJson().map(Sha256::hex);
  }
}
