package dev.plumbline.api.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedMessageTest {

  /** A vector that was computed elsewhere. */
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final String BODY =
      "{\"type\":\"lifecycle.date.moved\",\"data\":{\"model\":\"ft:gpt-4o-2024-08-06:acme::AbCdEfGh\"}}";
  private static final String SIGNATURE = "v1,LUCGaogE0m/zr6uzTcgiuUzQOS1mJG/FUIxm33hFSGw=";
  private static final Instant SENT = Instant.ofEpochSecond(1_795_132_800L);

  private static SignedMessage message(String id, String seconds, String signature, String body) {
    return SignedMessage.of(id, seconds, signature, body.getBytes(UTF_8));
  }

  @Test
  void theVectorOfTheReferenceIsAccepted() {
    assertThat(BODY.getBytes(UTF_8)).hasSize(86);
    assertThat(message("msg_0001", "1795132800", SIGNATURE, BODY).isSignedBy(SECRET)).isTrue();
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    String several = "v1a,x v1,AAAA " + SIGNATURE + " v2,zzz";

    assertThat(message("msg_0001", "1795132800", several, BODY).isSignedBy(SECRET)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "msg_0002, 1795132800, 0",
    "msg_0001, 1795132801, 0",
    "msg_0001, 1795132800, 1", // the body has another byte
  })
  void whateverIsSignedCounts(String id, String seconds, int added) {
    assertThat(message(id, seconds, SIGNATURE, BODY + " ".repeat(added)).isSignedBy(SECRET))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "v1",
        "v1,",
        "v2,LUCGaogE0m/zr6uzTcgiuUzQOS1mJG/FUIxm33hFSGw=",
        "LUCGaogE0m/zr6uzTcgiuUzQOS1mJG/FUIxm33hFSGw=",
        "v1,LUCGaogE0m/zr6uzTcgiuUzQOS1mJG/FUIxm33hFSGw",
        "v1,LUCGaogE0m_zr6uzTcgiuUzQOS1mJG_FUIxm33hFSGw=",
        "v1,lUCGaogE0m/zr6uzTcgiuUzQOS1mJG/FUIxm33hFSGw="
      })
  void anythingElseIsNoSignature(String signature) {
    assertThat(message("msg_0001", "1795132800", signature, BODY).isSignedBy(SECRET)).isFalse();
  }

  @Test
  void theEleventhSignatureIsNotLookedAt() {
    String many = "v1,AAAA ".repeat(10) + SIGNATURE;

    assertThat(message("msg_0001", "1795132800", many, BODY).isSignedBy(SECRET)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false", "86400, false"})
  void aMessageIsFreshForFiveMinutesInBothDirections(long seconds, boolean fresh) {
    assertThat(
            message("msg_0001", "1795132800", SIGNATURE, BODY).isFresh(SENT.plusSeconds(seconds)))
        .isEqualTo(fresh);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1", "1e9", "1795132800.5", "999999999999", "17951328oo"})
  void aTimeThatIsNoneIsRefused(String seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message("msg_0001", seconds, SIGNATURE, BODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "msg 1", "msg\u00e4", "msg\n1"})
  void anIdThatIsNoneIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message(id, "1795132800", SIGNATURE, BODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_AAAA", "whsec_not base64", "sk-0123456789"})
  void aSecretThatIsNoneIsRefusedWithoutItsText(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignedMessage.key(secret))
        .withMessageStartingWith("a webhook's secret");
  }
}
