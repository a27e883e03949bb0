package dev.plumbline.api.probes;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.lifecycle.probe.Probe;
import dev.plumbline.lifecycle.probe.ProbeMessage;
import dev.plumbline.lifecycle.probe.check.ProbeJson;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.ProbePrice;
import dev.plumbline.lifecycle.probe.plan.ProbePrices;
import java.time.Instant;
import java.util.function.Function;

/** {@link ProbePrices} by the price catalogue, at one moment. */
public final class CallPrices implements ProbePrices {

  private final CallCosts costs;
  private final Instant now;
  private final Function<Arm, String> billed;

  /** Of arms that are billed by the names under which they are asked. */
  public CallPrices(CallCosts costs, Instant now) {
    this(costs, now, Arm::model);
  }

  CallPrices(CallCosts costs, Instant now, Function<Arm, String> billed) {
    this.costs = requireNonNull(costs, "costs");
    this.now = requireNonNull(now, "now");
    this.billed = requireNonNull(billed, "billed");
  }

  @Override
  public ProbePrice priceOf(Arm arm, Probe probe, long outputTokens) {
    String model = billed.apply(arm);
    TokenCount input = costs.promptTokens(model, request(probe));
    CallCosts.CallCost cost = costs.of(arm.provider(), model, now, input.tokens(), 0, outputTokens);
    return cost.amount()
        .<ProbePrice>map(
            amount -> new ProbePrice.Priced(amount, input, outputTokens, cost.priceRows()))
        .orElseGet(() -> new ProbePrice.Unpriced(cost.why()));
  }

  private static String request(Probe probe) {
    ObjectNode request = ProbeJson.object();
    var messages = request.putArray("messages");
    for (ProbeMessage message : probe.messages()) {
      messages.addObject().put("role", message.role().label()).put("content", message.content());
    }
    probe.tools().ifPresent(tools -> request.set("tools", ProbeJson.read(tools)));
    return request.toString();
  }
}
