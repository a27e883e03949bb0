package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models and pins from the command line, against the running server. */
@QuarkusTest
class RegistryCommandsTest {

  private static final String TUNED = "ft:gpt-4o-2024-08-06:acme::a1";

  @TestHTTPResource("/")
  String address;

  private String admin;

  @BeforeEach
  void newOrganisation() {
    admin = MadeTokens.token(MadeTokens.organisation(), Scope.ADMIN);
  }

  @Test
  void aModelIsRegisteredShownAndMoved() {
    CommandLineRun register =
        run("models", "register", TUNED, "--owner", "Search team", "--billed", "2.50");
    assertThat(register.exitCode()).as(register.err()).isZero();
    String id = register.out().strip();

    CommandLineRun show = run("models", "show", TUNED, "--format", "json");
    assertThat(show.exitCode()).as(show.err()).isZero();
    assertThat(show.out())
        .contains("\"id\" : \"" + id + "\"", "\"billed\" : \"2.5\"", "\"day\" : \"2027-01-14\"");
    assertThat(run("models", "state", id, "serving").err()).contains("is serving");
    CommandLineRun refused = run("models", "state", id, "retired", "--reason", "replaced");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("it can become ready, retiring, gone");

    assertThat(run("models", "registered", "--format", "csv").out())
        .contains("inference_days_left", TUNED, "Search team", "2027-01-14", "serving");
    assertThat(run("models", "show", "ft:nothing").exitCode()).isEqualTo(3);
  }

  @Test
  void anApplicationIsPinnedAsFarAsThePolicyAllows() {
    CommandLineRun add =
        run("consumers", "add", "chat", "--owner", "Chat team", "--contact", "c@x.test");
    assertThat(add.exitCode()).as(add.err()).isZero();
    assertThat(run("consumers", "list").out()).contains("chat", "Chat team", "production");

    CommandLineRun refused = run("pins", "set", "chat", "gpt-4o");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("no_moving_alias", "the provider can move");
    assertThat(run("pins", "list", "--format", "json").out()).doesNotContain("gpt-4o");

    assertThat(run("pins", "check", "chat", "gpt-4o-2024-08-06").exitCode()).isZero();
    CommandLineRun set = run("pins", "set", "chat", "gpt-4o-2024-08-06");
    assertThat(set.exitCode()).as(set.err()).isZero();
    assertThat(run("pins", "set", "chat", TUNED, "--format", "json").out())
        .contains("\"rollback\" : \"gpt-4o-2024-08-06\"", "\"allowed\" : true");
    assertThat(run("pins", "list").out()).contains(TUNED);
    assertThat(run("pins", "history", "chat").out()).contains("gpt-4o-2024-08-06", TUNED);
  }

  @Test
  void anApplicationMustBeOneThatIsRegisteredOnce() {
    run("consumers", "add", "shop", "--owner", "O", "--contact", "C");
    run("consumers", "add", "shop", "--owner", "O", "--contact", "C", "--environment", "staging");

    CommandLineRun several = run("pins", "history", "shop");
    assertThat(several.exitCode()).isEqualTo(3);
    assertThat(several.err()).contains("say --environment");
    assertThat(run("pins", "history", "shop", "--environment", "staging").exitCode()).isZero();
    assertThat(run("pins", "history", "nobody").exitCode()).isEqualTo(3);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(
        Map.of("PLUMBLINE_SERVER", address, "PLUMBLINE_TOKEN", admin), "", arguments);
  }
}
