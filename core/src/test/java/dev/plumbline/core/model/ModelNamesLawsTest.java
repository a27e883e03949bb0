package dev.plumbline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModelNamesLawsTest {

  private final ModelNames names = ModelNames.bundled();

  @Property
  void anyTextIsReadOrRefusedAndNeverThrows(@ForAll String text) {
    assertThat(names.parse(text).input()).isEqualTo(text);
  }

  @Property
  void whatLooksAlmostLikeANameNeverThrows(@ForAll("almostNames") String text) {
    assertThat(names.parse(text).input()).isEqualTo(text);
  }

  @Property
  void theFourPartsOfAnOpenAiFineTuneComeBackAsTheyWere(
      @ForAll("segments") String org, @ForAll("segments") String suffix) {
    String text = "ft:gpt-4o-2024-08-06:" + org + ":" + suffix + ":aB3";

    assertThat(names.parse(text))
        .isInstanceOfSatisfying(
            ModelId.class,
            model -> {
              assertThat(model.org()).contains(org);
              assertThat(model.suffix()).contains(suffix);
              assertThat(model.tail()).contains("aB3");
            });
  }

  @Property
  void aRouterPrefixChangesNoPartOfAFineTune(@ForAll("segments") String org) {
    String text = "ft:gpt-4o-2024-08-06:" + org + "::aB3";
    String org1 = names.parse(text).match(model -> model.org().orElse(""), no -> "refused");
    String org2 =
        names.parse("azure/" + text).match(model -> model.org().orElse(""), no -> "refused");

    assertThat(org2).isEqualTo(org1).isEqualTo(org);
  }

  @Provide
  Arbitrary<String> segments() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withCharRange('0', '9')
        .withChars('-', '_', '.')
        .ofMinLength(1)
        .ofMaxLength(64);
  }

  @Provide
  Arbitrary<String> almostNames() {
    return Combinators.combine(
            Arbitraries.of("ft:", "openai/", "arn:aws:bedrock:", "davinci:ft-", "projects/", ""),
            Arbitraries.strings().withChars("abz09:.-_/@").ofMaxLength(80),
            Arbitraries.of("", ":ckpt-step-9", ".ft-", "-2023-04-02-03-13-22"))
        .as((start, middle, end) -> start + middle + end);
  }
}
