package dev.plumbline.api.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Two instances with their own memories over one database, and a clock of the test. */
@QuarkusTest
class RevocationTest {

  private final SetClock clock = new SetClock();
  private final VerifiedTokens here;
  private final VerifiedTokens there;

  RevocationTest(TokenRepository tokens) {
    here = new VerifiedTokens(tokens, clock);
    there = new VerifiedTokens(tokens, clock);
  }

  /** A clock that moves when it is told to. */
  private static final class SetClock extends Clock {

    private Instant now = Instant.now();

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aTokenThatIsRevokedAnywhereIsRefusedEverywhereWithinFiveSeconds() {
    String token = MadeTokens.token(Organisation.FIRST, Scope.READ);
    assertThat(here.find(token)).isPresent();
    assertThat(there.find(token)).isPresent();

    MadeTokens.execute(
        "update access_token set revoked_at = now() where id = ?", MadeTokens.idOf(token));
    here.forget(MadeTokens.idOf(token));
    clock.pass(Duration.ofSeconds(3));

    assertThat(here.find(token)).isEmpty();
    assertThat(there.find(token)).isEmpty();
  }

  @Test
  void aTokenEndsAtItsMomentEvenWhileItIsRemembered() {
    String token = MadeTokens.token(Organisation.FIRST, Scope.READ);
    MadeTokens.execute(
        "update access_token set expires_at = now() + interval '2 seconds' where id = ?",
        MadeTokens.idOf(token));
    assertThat(here.find(token)).isPresent();

    clock.pass(Duration.ofMillis(2500));

    assertThat(here.find(token)).isEmpty();
  }

  @Test
  void aRightIdWithAnotherSecretIsNobody() {
    String token = MadeTokens.token(Organisation.FIRST, Scope.READ);
    String id = MadeTokens.idOf(token);
    String forged = forged(id);

    assertThat(here.find(forged)).isEmpty();
    assertThat(here.find(token)).isPresent();
    assertThat(here.find(forged)).isEmpty();
  }

  @Test
  void whatIsNoTokenIsNobody() {
    assertThat(here.find("")).isEmpty();
    assertThat(here.find("eyJhbGciOiJub25lIn0.e30.")).isEmpty();
    assertThat(here.find(TokenText.make(new java.util.Random(1)).reveal())).isEmpty();
  }

  @Test
  void useIsNotedOnceAMinute() {
    String token = MadeTokens.token(Organisation.FIRST, Scope.READ);
    String id = MadeTokens.idOf(token);
    here.find(token);
    String first = noted(id);

    clock.pass(Duration.ofSeconds(30));
    here.find(token);

    assertThat(first).isNotEqualTo("null");
    assertThat(noted(id)).isEqualTo(first);
    MadeTokens.execute(
        "update access_token set last_used_at = last_used_at - interval '2 minutes' where id = ?",
        id);
    clock.pass(Duration.ofMinutes(2));
    there.find(token);
    assertThat(noted(id)).isGreaterThan(first);
  }

  private static String noted(String id) {
    return MadeTokens.value("select last_used_at::text from access_token where id = ?", id);
  }

  /**
   * A token with a right form and checksum, the id of another one, and a secret that is made up.
   */
  private static String forged(String id) {
    String signed = "plb_live_" + id + "_" + "0".repeat(43);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(signed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return signed + Base62.text(java.math.BigInteger.valueOf(crc.getValue()), 6);
  }
}
