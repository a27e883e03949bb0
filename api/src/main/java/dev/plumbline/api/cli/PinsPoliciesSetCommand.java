package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces the policy of an environment. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Replace the pinning policy of an environment. What is left out is no demand.",
    footer = {
      "",
      "For example:",
      "  plumbline pins policies set production --no-moving-alias --base-lives 90 \\",
      "    --rollback-verified 7 --rollback-lives 30 --evaluated"
    })
final class PinsPoliciesSetCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Parameters(
      arity = "1",
      paramLabel = "ENVIRONMENT",
      description = "production, staging or development.")
  private String environment;

  @Option(names = "--no-moving-alias", description = "Refuse names that move.")
  private boolean noMovingAlias;

  @Option(names = "--base-lives", paramLabel = "DAYS", description = "Must be callable so long.")
  private Optional<Integer> baseLives = Optional.empty();

  @Option(
      names = "--rollback-verified",
      paramLabel = "DAYS",
      description = "The way back was seen to answer within these days.")
  private Optional<Integer> rollbackVerified = Optional.empty();

  @Option(
      names = "--rollback-lives",
      paramLabel = "DAYS",
      description = "The way back must be callable so long.")
  private Optional<Integer> rollbackLives = Optional.empty();

  @Option(names = "--evaluated", description = "An evaluation must exist.")
  private boolean evaluated;

  @Option(names = "--fine-tune-age", paramLabel = "DAYS", description = "No fine-tune older.")
  private Optional<Integer> fineTuneAge = Optional.empty();

  @Option(
      names = "--approve",
      paramLabel = "PROVIDER/MODEL",
      description = "Only these; may be repeated. All without it.")
  private List<String> approved = List.of();

  @Override
  public Integer call() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("no_moving_alias", noMovingAlias);
    baseLives.ifPresent(days -> wish.put("base_lives_days", days));
    rollbackVerified.ifPresent(days -> wish.put("rollback_verified_days", days));
    rollbackLives.ifPresent(days -> wish.put("rollback_lives_days", days));
    wish.put("evaluation_baseline", evaluated);
    fineTuneAge.ifPresent(days -> wish.put("fine_tune_age_days", days));
    if (!approved.isEmpty()) {
      wish.put("approved", approved);
    }
    JsonNode set =
        server
            .connection()
            .put(
                "/api/v1/pin-policies/" + URLEncoder.encode(environment, StandardCharsets.UTF_8),
                wish);
    format.output().table(PolicyRows.of(List.of(set)));
    return ExitCode.OK.code();
  }
}
