package dev.plumbline.lifecycle.probe;

/** A model that is asked; who speaks with providers answers. */
public interface ProbeTarget {

  /**
   * Puts the probe once and waits within limits. What the provider does wrong is a reply and never
   * an exception; attempts that were turned away are tried again and do not count.
   *
   * @param leastOutput fewest output tokens that the endpoint takes, as far as is known; 1 when not
   */
  ProbeReply ask(Probe probe, int leastOutput);
}
