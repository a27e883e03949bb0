package dev.plumbline.lifecycle.probe;

/** A model that is asked; who speaks with providers answers. */
public interface ProbeTarget {

  /**
   * Puts the probe once and waits within limits. What the provider does wrong is a reply and never
   * an exception; attempts that were turned away are tried again and do not count.
   *
   * @param known what the endpoint takes, as far as was found out; what is learned is in the reply
   */
  ProbeReply ask(Probe probe, EndpointLimits known);
}
