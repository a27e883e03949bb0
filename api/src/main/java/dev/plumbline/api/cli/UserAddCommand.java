package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invites somebody and prints the way in, this one time. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Invite somebody. Standard output is the one-time sign-in link alone.",
    footer = {
      "",
      "For example:",
      "  plumbline user add ada@example.com --name 'Ada Lovelace' --role planner",
      "The link is for that person only and works once; Plumbline sends no mail. With",
      "--format json the answer is one object with id, email, name, role and sign_in_link."
    })
final class UserAddCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Parameters(arity = "1", paramLabel = "EMAIL", description = "Who is invited.")
  private String email;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "As others see it (default: the first part of the email).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "viewer, planner, owner, operator or admin.")
  private String role;

  UserAddCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("email", email);
    name.ifPresent(text -> wish.put("name", text));
    wish.put("role", role);
    JsonNode made = server.connection().post("/api/v1/members", wish);
    JsonNode member = made.path("member");
    if (format.format() == Format.JSON) {
      format.output().record(parts(member, made.path("sign_in_link").asText()));
    } else {
      surroundings.out().println(made.path("sign_in_link").asText());
    }
    surroundings.say(
        "invited %s as %s; the link works once and is not shown again"
            .formatted(member.path("email").asText(), member.path("role").asText()));
    return ExitCode.OK.code();
  }

  private static Map<String, Object> parts(JsonNode member, String link) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("id", member.path("id").asText());
    parts.put("email", member.path("email").asText());
    parts.put("name", member.path("name").asText());
    parts.put("role", member.path("role").asText());
    parts.put("sign_in_link", link);
    return parts;
  }
}
