package dev.plumbline.api.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers in digits that survive a double click, a URL and a shell: 0-9, A-Z, a-z. */
final class Base62 {

  static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

  private Base62() {}

  /** The number in exactly that many digits, with zeros in front. */
  static String text(BigInteger number, int digits) {
    byte[] text = new byte[digits];
    BigInteger rest = number;
    for (int i = digits - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      text[i] = (byte) DIGITS.charAt(parts[1].intValue());
      rest = parts[0];
    }
    if (rest.signum() != 0) {
      throw new IllegalArgumentException("more than " + digits + " digits");
    }
    return new String(text, US_ASCII);
  }

  /** The number behind the digits; empty when a character is none, or it needs more bits. */
  static Optional<BigInteger> number(String text, int mostBits) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      number = number.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    return number.bitLength() <= mostBits ? Optional.of(number) : Optional.empty();
  }
}
