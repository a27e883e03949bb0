package dev.plumbline.api.cli;

import dev.plumbline.pricing.tokens.CounterAnswer;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.TokenCounter;
import dev.plumbline.pricing.tokens.TokenCounters;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose tokens are counted: {@code --encoding} or {@code --model}. */
final class CounterChoice {

  @Option(
      names = "--encoding",
      paramLabel = "ENCODING",
      description = "o200k_base, cl100k_base or o200k_harmony.")
  String encoding;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model or fine-tune; its encoding is used.")
  String model;

  private final TokenCounters counters = TokenCounters.bundled();

  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /** The counter that was asked for; empty when neither option was given. */
  Optional<TokenCounter> counter() {
    if (encoding != null) {
      return Optional.of(counters.forEncoding(encoding(encoding)));
    }
    return model().map(this::counterOf);
  }

  /** All that are worth showing when nothing was asked for. */
  List<TokenCounter> counters() {
    return counter()
        .map(List::of)
        .orElseGet(
            () ->
                List.of(
                    counters.forEncoding(Encoding.O200K_BASE),
                    counters.forEncoding(Encoding.CL100K_BASE)));
  }

  /** The counter of a model that a line names, unless an option says otherwise. */
  TokenCounter counterFor(Optional<String> lineModel) {
    return counter()
        .orElseGet(
            () ->
                lineModel
                    .map(this::counterOf)
                    .orElseGet(() -> counters.forEncoding(Encoding.O200K_BASE)));
  }

  private TokenCounter counterOf(String name) {
    CounterAnswer answer = counters.forModel(name);
    if (answer instanceof CounterAnswer.Known known) {
      return known.counter();
    }
    throw new InputInvalidException(((CounterAnswer.Unknown) answer).reason());
  }

  static Encoding encoding(String label) {
    return Encoding.findByLabel(label)
        .orElseThrow(
            () ->
                new InputInvalidException(
                    "--encoding: '%s' is none of o200k_base, cl100k_base, o200k_harmony"
                        .formatted(label)));
  }
}
