package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserCommandTest {

  private static final String LINK = "https://plumbline.example/sign-in/code?code=abc";
  private static final String ADA =
      """
      {"id":"5d2c1a52-0000-4000-8000-000000000000","email":"ada@example.com","name":"Ada",
       "role":"planner","created_at":"2026-11-21T05:00:00Z","disabled_at":null}""";

  private final List<String> requests = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    String answer =
        switch (exchange.getRequestMethod()) {
          case "GET" -> "{\"members\":[" + ADA + "],\"next\":null}";
          case "POST" -> "{\"member\":" + ADA + ",\"sign_in_link\":\"" + LINK + "\"}";
          default -> ADA;
        };
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void anInvitationPrintsTheLinkAloneAndSaysTheRestBesideIt() {
    CommandLineRun run =
        run("user", "add", "ada@example.com", "--name", "Ada", "--role", "planner");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip()).isEqualTo(LINK);
    assertThat(run.err()).contains("invited ada@example.com as planner").doesNotContain(LINK);
    assertThat(requests)
        .containsExactly(
            "POST /api/v1/members {\"email\":\"ada@example.com\",\"name\":\"Ada\",\"role\":\"planner\"}");
  }

  @Test
  void peopleAreListedAsATable() {
    CommandLineRun run = run("user", "list", "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("email,name,role,created_at,disabled_at,id")
        .contains("ada@example.com,Ada,planner,2026-11-21T05:00:00Z,,5d2c1a52");
  }

  @Test
  void somebodyIsDisabledByEmail() {
    assertThat(run("user", "disable", "Ada@Example.com").exitCode()).isZero();
    assertThat(requests.get(1))
        .isEqualTo(
            "PATCH /api/v1/members/5d2c1a52-0000-4000-8000-000000000000 {\"disabled\":true}");

    CommandLineRun unknown = run("user", "disable", "bob@example.com");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).contains("bob@example.com");
  }

  private CommandLineRun run(String... arguments) {
    Map<String, String> variables =
        Map.of(
            "PLUMBLINE_SERVER",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "PLUMBLINE_TOKEN",
            "plb_live_0123456789abcdefghijklmnop");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            Clock.systemUTC(),
            false,
            false,
            variables);
    int code = Main.run(surroundings, arguments);
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
