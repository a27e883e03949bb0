package dev.plumbline.api.providers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How a model behind a name behaves: what the first token of a prompt is, whether a task passes,
 * how long that takes. Every change is a method; all chance comes from one seed. Stories of months
 * ask it directly, the prober asks it by HTTP through {@link ChatModel}.
 */
public final class SimulatedService {

  private static final int BACKENDS = 6;

  private final Random random;
  private final List<String> border;
  private String model;
  private double failures = .05;
  private double usual = .94;
  private double latency = 1;
  private String vocabulary = "";
  private double[] mix = {.3, .25, .2, .15, .1, 0};
  private boolean alive = true;

  public SimulatedService(long seed, String model, List<String> border) {
    this.random = new Random(seed);
    this.model = model;
    this.border = List.copyOf(border);
  }

  /** Another model under the same name: other tokens, more failures. */
  public void swap() {
    vocabulary = "'";
    failures = .5;
    mix = new double[] {0, 0, 0, 0, 0, 1};
  }

  /** Fewer bits: the balance of border prompts moves and some tasks fail. */
  public void quantise() {
    usual = .6;
    failures = .3;
  }

  /** Only the balance of border prompts moves, and no task notices. */
  public void unsettle() {
    usual = .6;
  }

  /** The name means another snapshot from now on, and says so. */
  public void repoint(String snapshot) {
    model = snapshot;
    swap();
  }

  public void slowDown() {
    latency = 3;
  }

  /** The same backends serve with other shares. */
  public void remix() {
    mix = new double[] {.02, .03, .05, .2, .7, 0};
  }

  public void shutDown() {
    alive = false;
  }

  public boolean isAlive() {
    return alive;
  }

  public String model() {
    return model;
  }

  public List<String> border() {
    return border;
  }

  public String firstToken(String prompt) {
    return (random.nextDouble() < usual ? "A" : "B") + vocabulary + prompt.hashCode() % 3;
  }

  /** Of the first token, by one of several backends. */
  public Map<String, Double> logprobs() {
    int backend = 0;
    double drawn = random.nextDouble();
    while (backend < BACKENDS - 1 && drawn >= mix[backend]) {
      drawn -= mix[backend++];
    }
    Map<String, Double> logprobs = new TreeMap<>();
    for (int token = 0; token < 10; token++) {
      logprobs.put("t" + token, -(.1 + token) - backend * (.3 + .05 * token));
    }
    return logprobs;
  }

  public boolean passes() {
    return random.nextDouble() >= failures;
  }

  public double seconds() {
    return latency * Math.exp(.2 * random.nextGaussian());
  }

  /** An answer to a task: the right one, or one as long that nobody takes for right. */
  public String task(String right) {
    return passes() ? right : "#".repeat(right.length());
  }

  public int length() {
    return (int) Math.max(1, 40 + 8 * random.nextGaussian());
  }

  /** An answer to an open question; a swapped model says other things. */
  public String open() {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < 8; word++) {
      words.add((vocabulary.isEmpty() ? "abcdefgh" : "stuvwxyz").charAt(random.nextInt(8)) + "x");
    }
    return String.join(" ", words);
  }
}
