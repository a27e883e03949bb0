package dev.plumbline.lifecycle.drift.stats;

/**
 * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same seed gives the same draws on every
 * Java, so that a stored seed recomputes a verdict. The library's generators promise that only
 * within one version. Not for secrets.
 */
public final class SeededRandom {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public SeededRandom(long seed) {
    this.state = seed;
  }

  /** A generator of its own for each named purpose, so that one more draw here moves none there. */
  public static SeededRandom of(long seed, String purpose) {
    long mixed = seed;
    for (int i = 0; i < purpose.length(); i++) {
      mixed = mixed(mixed + GOLDEN_GAMMA * (purpose.charAt(i) + 1L));
    }
    return new SeededRandom(mixed);
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mixed(state);
  }

  /** Uniform in [0, 1), 53 bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in 0..bound-1, without bias (Lemire's multiplication with rejection). */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " is not positive");
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFF_FFFFL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFF_FFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** Standard normal by Box and Muller; the second value of a pair is not kept. */
  public double nextGaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
