package dev.plumbline.lifecycle.probe;

/**
 * What an endpoint was found to take; asked by trial, because providers do not list it.
 *
 * @param leastOutput fewest output tokens that it takes; 1 when nothing else is known
 * @param logprobs whether it may be asked for log-probabilities; reasoning models refuse that
 */
public record EndpointLimits(int leastOutput, boolean logprobs) {

  /** Before anything was refused. */
  public static final EndpointLimits NONE = new EndpointLimits(1, true);

  public EndpointLimits withLeastOutput(int tokens) {
    return new EndpointLimits(tokens, logprobs);
  }

  public EndpointLimits withoutLogprobs() {
    return new EndpointLimits(leastOutput, false);
  }
}
