package dev.plumbline.api.webhooks;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events over HTTP. The account has no key, so the sync that an event starts ends at once. */
@QuarkusTest
class OpenAiWebhookTest {

  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
  private static final String BODY =
      """
      {"object":"event","id":"evt_1","type":"fine_tuning.job.succeeded","created_at":1795132800,
       "data":{"id":"ftjob-1"}}""";

  private String account;

  @BeforeEach
  void addAccount() {
    String name = "webhooks " + UUID.randomUUID();
    String credential =
        made("/api/v1/credentials", Map.of("kind", "channel", "name", name, "secret", SECRET));
    account =
        made(
            "/api/v1/provider-accounts",
            Map.of("provider", "openai", "name", name, "webhook_credential", credential));
  }

  private static String made(String path, Map<String, String> body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String signature(String id, long at, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    byte[] signed = mac.doFinal((id + "." + at + "." + body).getBytes(UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signed);
  }

  private Response send(String to, String id, long at, String body) throws Exception {
    return sent(to, id, String.valueOf(at), signature(id, at, body), body);
  }

  private static Response sent(String to, String id, String at, String signature, String body) {
    return given()
        .noFilters()
        .header("webhook-id", id)
        .header("webhook-timestamp", at)
        .header("webhook-signature", signature)
        .contentType("application/json")
        .body(body)
        .post("/webhooks/openai/" + to);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private long receipts() throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from webhook_receipt where account_id = '%s'"
                    .formatted(account))) {
      found.next();
      return found.getLong(1);
    }
  }

  @Test
  void anEventIsTakenOnceHoweverOftenItIsSent() throws Exception {
    String id = "msg_" + UUID.randomUUID();

    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(send(account, id, now(), BODY).statusCode()).isEqualTo(204);
    }

    assertThat(receipts()).isEqualTo(1);
  }

  @Test
  void whileTheSecretIsReplacedOneOfTwoSignaturesIsEnough() throws Exception {
    long at = now();
    String ours = signature("msg_1", at, BODY);
    String other = "v1," + Base64.getEncoder().encodeToString(new byte[32]);

    assertThat(sent(account, "msg_1", "" + at, other + " " + ours, BODY).statusCode())
        .isEqualTo(204);
    assertThat(sent(account, "msg_1", "" + at, ours + " " + other, BODY).statusCode())
        .isEqualTo(204);
    assertThat(sent(account, "msg_1", "" + at, other + " " + other, BODY).statusCode())
        .isEqualTo(401);
    assertThat(receipts()).isEqualTo(1);
  }

  @Test
  void anEventOfAFinishedJobIsFollowedByASync() throws Exception {
    try (OpenAiSimulator simulator = new OpenAiSimulator()) {
      simulator.account().add("gpt-4o-2024-08-06");
      simulator.account().train("ftjob-1", "gpt-4o-2024-08-06");
      String name = "followed " + UUID.randomUUID();
      String key =
          made(
              "/api/v1/credentials",
              Map.of(
                  "kind",
                  "provider",
                  "provider",
                  "openai",
                  "name",
                  name,
                  "secret",
                  simulator.account().key()));
      String signs =
          made(
              "/api/v1/credentials",
              Map.of("kind", "channel", "name", name + " signs", "secret", SECRET));
      String followed =
          made(
              "/api/v1/provider-accounts",
              Map.of(
                  "provider",
                  "openai",
                  "name",
                  name,
                  "base_url",
                  simulator.base(),
                  "credential",
                  key,
                  "webhook_credential",
                  signs));
      assertThat(simulator.requests()).isEmpty();

      assertThat(send(followed, "msg_job", now(), BODY).statusCode()).isEqualTo(204);

      for (int wait = 0; wait < 100 && jobs(followed) == 0; wait++) {
        Thread.sleep(100);
      }
      assertThat(jobs(followed)).as("the job that the event was about").isEqualTo(1);
      assertThat(simulator.requests()).contains("GET /models");
    }
  }

  private static long jobs(String account) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from provider_job where account_id = '%s'".formatted(account))) {
      found.next();
      return found.getLong(1);
    }
  }

  @Test
  void anOldEventIsRefusedAlthoughItIsSigned() throws Exception {
    assertThat(send(account, "msg_old", now() - 301, BODY).statusCode()).isEqualTo(401);
    assertThat(send(account, "msg_new", now() + 330, BODY).statusCode()).isEqualTo(401);
    assertThat(receipts()).isZero();
  }

  @Test
  void anAlteredEventIsRefused() throws Exception {
    long at = now();
    String signature = signature("msg_1", at, BODY);

    assertThat(
            sent(account, "msg_1", "" + at, signature, BODY.replace("ftjob-1", "ftjob-2"))
                .statusCode())
        .isEqualTo(401);
    assertThat(sent(account, "msg_2", "" + at, signature, BODY).statusCode()).isEqualTo(401);
    assertThat(sent(account, "msg_1", "" + at, "v1,AAAA", BODY).statusCode()).isEqualTo(401);
    assertThat(receipts()).isZero();
  }

  @Test
  void anAccountThatThereIsNotIsAnsweredAsAWrongSignature() throws Exception {
    Response unknown = send(UUID.randomUUID().toString(), "msg_1", now(), BODY);
    Response wrong = sent(account, "msg_1", "" + now(), "v1,AAAA", BODY);
    Response noId = send("not-an-id", "msg_1", now(), BODY);

    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body().asString()).isEqualTo(wrong.body().asString());
    assertThat(noId.body().asString()).isEqualTo(wrong.body().asString());
  }

  @Test
  void whatIsSignedAndNoEventIsABadRequest() throws Exception {
    assertThat(send(account, "msg_a", now(), "[]").statusCode()).isEqualTo(400);
    assertThat(send(account, "msg_b", now(), "{\"type\":").statusCode()).isEqualTo(400);
    assertThat(send(account, "msg_c", now(), "[".repeat(10_000)).statusCode()).isEqualTo(400);
    assertThat(receipts()).isZero();
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItsSignatureIsLookedAt() throws Exception {
    assertThat(send(account, "msg_large", now(), " ".repeat(70_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void missingHeadersAreNoSignature() {
    given()
        .noFilters()
        .contentType("application/json")
        .body(BODY)
        .post("/webhooks/openai/" + account)
        .then()
        .statusCode(401);
  }

  @Test
  void anEventOfAnotherKindIsKeptAndStartsNothing() throws Exception {
    assertThat(
            send(account, "msg_other", now(), BODY.replace("fine_tuning.job", "batch"))
                .statusCode())
        .isEqualTo(204);
    assertThat(receipts()).isEqualTo(1);
  }
}
