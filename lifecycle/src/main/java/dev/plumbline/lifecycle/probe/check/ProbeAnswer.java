package dev.plumbline.lifecycle.probe.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a model said to a probe.
 *
 * @param text of the message; empty when it only called tools
 * @param refused whether the provider itself marked the answer as a refusal or filtered it
 */
public record ProbeAnswer(String text, List<Called> tools, boolean refused) {

  /**
   * A tool that the model wants to be called.
   *
   * @param arguments as the model wrote them, which may not be JSON
   */
  public record Called(String name, String arguments) {

    public Called {
      requireNonNull(name, "name");
      requireNonNull(arguments, "arguments");
    }
  }

  public ProbeAnswer {
    requireNonNull(text, "text");
    tools = List.copyOf(tools);
  }

  public static ProbeAnswer ofText(String text) {
    return new ProbeAnswer(text, List.of(), false);
  }
}
