package dev.plumbline.api.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TokenTextTest {

  private static final String SOME_OTHER_CHARACTERS = "0Az_-.…\n\0";

  @RepeatedTest(50)
  void aTokenIsReadBackAsItWasMade(RepetitionInfo seed) {
    TokenText made = TokenText.make(new Random(seed.getCurrentRepetition()));

    TokenText read = TokenText.parse(made.reveal()).orElseThrow();

    assertThat(read.id()).isEqualTo(made.id());
    assertThat(read.matches(made.hash())).isTrue();
    assertThat(made.reveal()).matches("plb_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}");
  }

  /** A checksum of 32 bits finds every change within 32 bits, so also that of one character. */
  @Test
  void aTokenWithAnyOneCharacterChangedIsNone() {
    String token = TokenText.make(new Random(7)).reveal();
    String candidates = Base62.DIGITS + SOME_OTHER_CHARACTERS;

    for (int i = 0; i < token.length(); i++) {
      for (char other : candidates.toCharArray()) {
        String changed = token.substring(0, i) + other + token.substring(i + 1);
        assertThat(changed.equals(token) || TokenText.parse(changed).isEmpty()).isTrue();
      }
    }
  }

  @Test
  void aTokenThatIsCutLengthenedOrSwappedIsNone() {
    String token = TokenText.make(new Random(8)).reveal();

    for (int i = 0; i < token.length(); i++) {
      assertThat(TokenText.parse(token.substring(0, i))).isEmpty();
      assertThat(TokenText.parse(token + token.charAt(i))).isEmpty();
    }
    assertThat(TokenText.parse(" " + token)).isEmpty();
    assertThat(TokenText.parse(token.replace("live", "test"))).isEmpty();
    assertThat(TokenText.parse("x".repeat(1_000_000))).isEmpty();
  }

  @Test
  void anotherSecretDoesNotMatch() {
    TokenText one = TokenText.make(new Random(1));

    assertThat(one.matches(TokenText.make(new Random(2)).hash())).isFalse();
    assertThat(one.matches(new byte[0])).isFalse();
  }

  @Test
  void aTokenIsNamedWithoutItsSecret() {
    TokenText token = TokenText.make(new Random(3));

    assertThat(token).hasToString("plb_live_" + token.id() + "_…");
    assertThat(new KnownToken(SomeTokens.active(token.id()), token.hash()))
        .hasToString("plb_live_" + token.id() + "_…");
  }

  @RepeatedTest(50)
  void numbersOfThirtyTwoBytesSurviveBase62(RepetitionInfo seed) {
    BigInteger number = new BigInteger(256, new Random(seed.getCurrentRepetition()));

    String digits = Base62.text(number, 43);

    assertThat(digits).hasSize(43);
    assertThat(Base62.number(digits, 256)).contains(number);
  }

  @Test
  void whatNeedsMoreBitsIsNoNumber() {
    assertThat(Base62.number("z".repeat(43), 256)).isEqualTo(Optional.empty());
    assertThat(Base62.number("0_", 256)).isEmpty();
    assertThat(Base62.text(BigInteger.ZERO, 6)).isEqualTo("000000");
    assertThat(Base62.number("10", 8)).contains(BigInteger.valueOf(62));
  }
}
