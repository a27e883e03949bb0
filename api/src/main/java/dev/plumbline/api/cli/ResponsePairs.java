package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.drift.responses.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of two models to the same prompts, from two files; every prompt once in each. */
record ResponsePairs(List<Pair> pairs) {

  /**
   * @param prompt id, or the prompt itself
   */
  record Pair(String prompt, Response reference, Response candidate) {}

  static ResponsePairs read(Surroundings surroundings, String reference, String candidate)
      throws IOException {
    Map<String, Response> before = byPrompt(surroundings, reference);
    Map<String, Response> now = byPrompt(surroundings, candidate);
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, Response> each : before.entrySet()) {
      Response other = now.remove(each.getKey());
      if (other == null) {
        throw new InputInvalidException(
            "%s: the prompt of %s:%d is missing: answer the same prompts in both"
                .formatted(candidate, reference, each.getValue().line()));
      }
      pairs.add(new Pair(each.getKey(), each.getValue(), other));
    }
    if (!now.isEmpty()) {
      throw new InputInvalidException(
          "%s: the prompt of %s:%d is missing: answer the same prompts in both"
              .formatted(reference, candidate, now.values().iterator().next().line()));
    }
    if (pairs.isEmpty()) {
      throw new InputInvalidException(reference + ": no response");
    }
    return new ResponsePairs(pairs);
  }

  private static Map<String, Response> byPrompt(Surroundings surroundings, String file)
      throws IOException {
    Map<String, Response> found = new LinkedHashMap<>();
    for (Response each : new ResponseFile(surroundings, file).read()) {
      String prompt =
          each.prompt()
              .orElseThrow(() -> refused(file, each, "has no prompt_id: name what was asked"));
      if (found.put(prompt, each) != null) {
        throw refused(file, each, "answers a prompt that was answered before: keep one");
      }
    }
    return found;
  }

  static InputInvalidException refused(String file, Response response, String why) {
    return new InputInvalidException("%s: line %d %s".formatted(file, response.line(), why));
  }
}
