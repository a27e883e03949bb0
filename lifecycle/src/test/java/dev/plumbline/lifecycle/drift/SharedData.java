package dev.plumbline.lifecycle.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.lifecycle.drift.comparison.KernelTest;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.PromptSamples;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real answers of models, which are not part of the project: {@code -Dplumbline.shared=DIR} or a
 * folder {@code shared} beside the project. Tests that need them are skipped where they are not.
 */
public final class SharedData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SharedData() {}

  /** A file below {@code data/drift}; skips the test when there is none. */
  public static Path file(String name) {
    String folder = System.getProperty("plumbline.shared", "../../shared");
    Path file = Path.of(folder, "data", "drift").resolve(name);
    Assumptions.assumeTrue(
        Files.isRegularFile(file), () -> file + " is not here: give -Dplumbline.shared=DIR");
    return file;
  }

  /** A call of the August stream that has a known vector. */
  public record Call(Instant at, LogProbabilities reply) {}

  /** The calls of GPT-4o in August 2026 in the order of time. */
  public static List<Call> august() throws IOException {
    JsonNode vectors = JSON.readTree(file("trackllm_gpt4o/logprobs_x_2026-08.json").toFile());
    JsonNode queries =
        JSON.readTree(file("trackllm_gpt4o/queries_x_2026-08-01_to_12.json").toFile());
    List<Call> calls = new ArrayList<>();
    for (JsonNode query : queries) {
      JsonNode vector = vectors.path("seen_logprobs").path(query.path(1).asInt());
      if (!vector.isMissingNode()) {
        String moment = query.path(0).asText().replace(' ', 'T');
        Instant at = Instant.parse("2026-08-" + moment + "Z");
        calls.add(new Call(at, reply(vectors.path("seen_tokens"), vector)));
      }
    }
    return calls;
  }

  private static LogProbabilities reply(JsonNode tokens, JsonNode vector) {
    TreeMap<String, Double> byToken = new TreeMap<>();
    for (int i = 0; i < vector.path("tokens").size(); i++) {
      String token = tokens.path(vector.path("tokens").path(i).asInt()).asText();
      byToken.put(token, vector.path("logprobs").path(i).asDouble());
    }
    return new LogProbabilities(byToken);
  }

  /** How the second sample is spoilt. */
  public enum Alternative {
    NULL,
    /** Positions from the middle on are padding in every second answer of now. */
    TRUNC,
    /** Two answers of each prompt come from the next prompt. */
    SWAP
  }

  /** Samples 0-9 against 10-19 of prompts 0-24. */
  public static KernelTest kernel(
      String name, int length, boolean cut, Alternative alternative, Permutations permutations)
      throws IOException {
    List<List<List<Integer>>> prompts = samples(name, cut);
    List<PromptSamples> samples = new ArrayList<>();
    for (int p = 0; p < 25; p++) {
      List<List<Integer>> now = new ArrayList<>(prompts.get(p).subList(10, 20));
      if (alternative == Alternative.SWAP) {
        now.set(0, prompts.get((p + 1) % 25).get(0));
        now.set(1, prompts.get((p + 1) % 25).get(1));
      }
      for (int k = 0; alternative == Alternative.TRUNC && k < 10; k += 2) {
        List<Integer> answer = now.get(k);
        now.set(k, answer.subList(0, Math.min(answer.size(), length / 2)));
      }
      samples.add(new PromptSamples("" + p, symbols(prompts.get(p).subList(0, 10)), symbols(now)));
    }
    return new KernelTest(samples, length, permutations);
  }

  /** Token ids by prompt; cut behind the first end of turn where that is asked for. */
  public static List<List<List<Integer>>> samples(String name, boolean cut) throws IOException {
    List<List<List<Integer>>> prompts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("met_samples/" + name))), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<List<Integer>> answers = new ArrayList<>();
        for (JsonNode answer : JSON.readTree(line).path("samples")) {
          List<Integer> tokens = new ArrayList<>();
          answer.forEach(token -> tokens.add(token.asInt()));
          int end = tokens.indexOf(128_009);
          answers.add(cut && end >= 0 ? tokens.subList(0, end + 1) : tokens);
        }
        prompts.add(answers);
      }
    }
    return prompts;
  }

  private static List<Symbols> symbols(List<List<Integer>> answers) {
    return answers.stream().map(Symbols::new).toList();
  }
}
