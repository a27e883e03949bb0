package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a token. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Revoke a token; no server accepts it after five seconds.")
final class TokenRevokeCommand implements Callable<Integer> {

  private static final Pattern ID = Pattern.compile("(?:plb_live_)?([0-9A-Za-z]{8,32})(?:_…?)?");

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Parameters(
      arity = "1",
      paramLabel = "ID",
      description = "As listed: the part after plb_live_, never the whole token.")
  private String id;

  TokenRevokeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Matcher given = ID.matcher(id);
    if (!given.matches()) {
      throw new InputInvalidException(
          "ID: not the id of a token, which `plumbline token list` shows");
    }
    JsonNode revoked = server.connection().delete("/api/v1/tokens/" + given.group(1));
    surroundings.say(
        "revoked %s '%s'".formatted(revoked.path("shown").asText(), revoked.path("name").asText()));
    return ExitCode.OK.code();
  }
}
