package dev.plumbline.api.cli;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.tokens.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts tokens of texts, chat requests and images. */
@Command(
    name = "tokens",
    mixinStandardHelpOptions = true,
    description = "Count the tokens of a text, of chat requests, or of images.",
    footer = {
      "",
      "A text answers encoding, tokens and precision (exact or estimated), in o200k_base and",
      "cl100k_base unless --encoding or --model is given.",
      "A batch answers every line with one JSON object: id and counts by encoding for a text,",
      "id and prompt_tokens for a request, id and error for a bad line (then exit code 5);",
      "\"estimated\": true is added where a count is not certain. Requests are counted in",
      "o200k_base unless --encoding, --model or the request's own model says otherwise.",
      "Images answer their table with the column tokens appended, empty where no rule is",
      "known (then exit code 5); model@2025-doc asks for the rules of an older document."
    })
final class TokensCommand implements Callable<Integer> {

  private static final int MOST_BYTES = 64 << 20;

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Mixin private CounterChoice choice;

  @ArgGroup(multiplicity = "1")
  private Asked asked;

  /** What is counted. */
  static final class Asked {

    @Parameters(arity = "1", paramLabel = "FILE", description = "A text file; - is stdin.")
    String file;

    @Option(names = "--text", paramLabel = "TEXT", description = "The text itself.")
    String text;

    @Option(
        names = "--batch",
        paramLabel = "FILE.jsonl",
        description = "Lines with id and text, or id and request; - is stdin.")
    String batch;

    @Option(
        names = "--images",
        paramLabel = "FILE.csv",
        description = "A table with model, width, height, detail; - is stdin.")
    String images;
  }

  TokensCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    return answer().code();
  }

  private ExitCode answer() throws IOException {
    if (asked.batch != null) {
      return new TokensBatch(surroundings, choice).answer(asked.batch);
    }
    if (asked.images != null) {
      return new ImagesBatch(surroundings, format.format()).answer(asked.images);
    }
    return counted(asked.text != null ? asked.text : content(asked.file));
  }

  private ExitCode counted(String text) {
    Table table = Table.of("encoding", "tokens", "precision");
    for (TokenCounter counter : choice.counters()) {
      TokenCount count = counter.count(text);
      table.row(
          counter.encoding().label(), count.tokens(), count.isExact() ? "exact" : "estimated");
    }
    format.output().table(table);
    return ExitCode.OK;
  }

  private String content(String file) throws IOException {
    try (InputStream in = new LimitedBytes(surroundings.open(file), MOST_BYTES, file)) {
      byte[] bytes = in.readAllBytes();
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InputInvalidException(file + " is not valid UTF-8: save it as UTF-8");
    }
  }
}
