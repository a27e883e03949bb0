package dev.plumbline.pricing.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The hand-written splitter against JTokkit's regular expression, of which it must be a copy. */
class O200kSplitterLawsTest {

  private static final com.knuddels.jtokkit.api.Encoding REFERENCE =
      Vocabulary.ranks(EncodingType.O200K_BASE);
  private static final TokenCounter OURS = Vocabulary.of(Encoding.O200K_BASE);

  @Property(tries = 4_000)
  void countsAreThoseOfTheRegularExpression(@ForAll("trickyTexts") String text) {
    assertThat(OURS.count(text).tokens())
        .as("tokens of %s", text.codePoints().mapToObj(Integer::toHexString).toList())
        .isEqualTo(REFERENCE.countTokensOrdinary(text));
  }

  @Property(tries = 2_000)
  void anyCharactersOfUnicodeAreSplitAlike(@ForAll("anyTexts") String text) {
    assertThat(OURS.count(text).tokens())
        .as("tokens of %s", text.codePoints().mapToObj(Integer::toHexString).toList())
        .isEqualTo(REFERENCE.countTokensOrdinary(text));
  }

  /** Short runs of what the pattern treats differently, so that all alternatives meet. */
  @Provide
  Arbitrary<String> trickyTexts() {
    Arbitrary<String> parts =
        Arbitraries.of(
            List.of(
                "a",
                "B",
                "Ab",
                "WORD",
                "word",
                "é",
                "É",
                "ǅ",
                "ʰ",
                "の",
                "漢",
                "\u0301",
                "\u0903",
                "\u20dd",
                "1",
                "23",
                "4567",
                "²",
                "Ⅷ",
                "٣",
                " ",
                "  ",
                "   ",
                "\t",
                "\n",
                "\r\n",
                "\r",
                "\u0085",
                "\u00a0",
                "\u2028",
                "\u3000",
                "\u200b",
                "\ufeff",
                "'s",
                "'S",
                "'\u017f",
                "'re",
                "'RE",
                "'ve",
                "'ll",
                "'lL",
                "'m",
                "'d",
                "'t",
                "'",
                "'x",
                "/",
                "//",
                "!",
                "...",
                "😀",
                "👨\u200d👩",
                "𝒜",
                "𝟙",
                "\u0000",
                "\u001c",
                "$",
                "_",
                "\ud83c\uddea\ud83c\uddfa",
                "ß",
                "İ",
                "K",
                "<|endoftext|>"));
    return parts.list().ofMinSize(1).ofMaxSize(14).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> anyTexts() {
    Arbitrary<Integer> letters =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0x20, 0x7e)),
            Tuple.of(2, Arbitraries.integers().between(0xa0, 0x24f)),
            Tuple.of(2, Arbitraries.integers().between(0x300, 0x2fff)),
            Tuple.of(1, Arbitraries.integers().between(0x3000, 0xd7ff)),
            Tuple.of(1, Arbitraries.integers().between(0xe000, 0x1ffff)));
    return letters
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(list -> list.stream().map(Character::toString).reduce("", String::concat));
  }
}
