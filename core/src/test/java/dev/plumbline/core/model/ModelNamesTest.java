package dev.plumbline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNamesTest {

  private static final String HEX32 = "b044a9d3cf9c4228b5d393567f693b83";

  private final ModelNames names = ModelNames.bundled();

  @ParameterizedTest
  @CsvFileSource(
      resources = "model_ids.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void everyRowOfThePublishedTableHolds(
      String input,
      String provider,
      String kind,
      String base,
      String org,
      String suffix,
      String tail,
      Integer step) {
    if (kind.equals("invalid")) {
      assertThat(names.parse(input)).isInstanceOf(NotAModelName.class);
      return;
    }
    ModelId model = model(input);
    assertThat(model.provider()).isEqualTo(Provider.of(provider));
    assertThat(model.kind().label()).isEqualTo(kind);
    assertThat(model.base()).isEqualTo(Optional.ofNullable(base));
    assertThat(model.org()).isEqualTo(Optional.ofNullable(org));
    assertThat(model.suffix()).isEqualTo(Optional.ofNullable(suffix));
    assertThat(model.tail()).isEqualTo(Optional.ofNullable(tail));
    assertThat(model.checkpointStep())
        .isEqualTo(step == null ? OptionalInt.empty() : OptionalInt.of(step));
  }

  @Test
  void aSuffixThatLooksLikeACheckpointIsASuffix() {
    ModelId model = model("ft:gpt-4o-2024-08-06:acme:ckpt-step-5:AbC1");

    assertThat(model.kind()).isEqualTo(ModelKind.FINE_TUNE);
    assertThat(model.suffix()).contains("ckpt-step-5");
  }

  @Test
  void aSuffixMayLookLikeADateOrLikeAzureSMarker() {
    assertThat(model("ft:gpt-4o-2024-08-06:acme.io:2025-01-02_v1.0:AbC1").suffix())
        .contains("2025-01-02_v1.0");
    assertThat(model("gpt-4o-2024-08-06.ft-" + HEX32 + "-ft").suffix()).contains("ft");
    assertThat(model("gpt-4o-2024-08-06.ft-" + HEX32 + "-a_b-c:ckpt-step-3").checkpointStep())
        .hasValue(3);
  }

  @Test
  void theBaseTellsMistralFromOpenAi() {
    // the third and the fourth segment of the first name look like Mistral's
    assertThat(model("ft:gpt-4o-2024-08-06:587a6b29:20240514:7e773925").provider())
        .isEqualTo(Provider.OPENAI);
    assertThat(model("ft:codestral-2405:587a6b29:20240514:7e773925").provider())
        .isEqualTo(Provider.MISTRAL);
    assertThat(names.parse("ft:open-mistral-7b:acme::AbC1")).isInstanceOf(NotAModelName.class);
  }

  @Test
  void mistralPutsTheSuffixBeforeTheTailOrBehindTheBase() {
    ModelId usual = model("ft:ministral-8b-latest:c6d4dfa8:20250831:pii-1e-4:57d93df9");
    ModelId documented = model("ft:ministral-8b-latest:pii-1e-4:c6d4dfa8:20250831:57d93df9");

    assertThat(documented.suffix()).isEqualTo(usual.suffix()).contains("pii-1e-4");
    assertThat(documented.org()).isEqualTo(usual.org()).contains("c6d4dfa8");
  }

  @ParameterizedTest
  @CsvSource({
    "openai/gpt-4o, openai, alias, gpt-4o-2024-08-06",
    "azure/gpt-4o-2024-08-06, azure, base snapshot, gpt-4o-2024-08-06",
    "azure/gpt-4o, azure, alias, gpt-4o-2024-08-06",
    "azure/gpt-35-turbo, azure, alias, gpt-35-turbo-0125",
    "azure/gpt-3.5-turbo, azure, alias, gpt-35-turbo-0125",
    "azure_ai/gpt-4.1-2025-04-14, azure, base snapshot, gpt-4.1-2025-04-14",
    "azure/gpt-4-turbo-2024-04-09, azure, base snapshot, gpt-4-turbo-2024-04-09",
    "mistral/open-mistral-7b, mistral, base snapshot, open-mistral-7b",
    "bedrock/newvendor.model-v1:0, bedrock, base snapshot, newvendor.model-v1:0",
    "vertex_ai/gemini-2.5-pro, google-vertex, base snapshot, gemini-2.5-pro",
    "gemini/gemini-2.5-pro, google-gemini-api, base snapshot, gemini-2.5-pro",
    "gemini-2.5-pro, google-gemini-api, base snapshot, gemini-2.5-pro",
    "gemini-1.5-pro-002, google-vertex, base snapshot, gemini-1.5-pro-002",
    "gpt-4.1-2025-04-14, openai, base snapshot, gpt-4.1-2025-04-14",
    "gpt-35-turbo-0125, azure, base snapshot, gpt-35-turbo-0125",
    "claude-3-haiku-20240307, anthropic, base snapshot, claude-3-haiku-20240307",
    "command-r, cohere, alias, command-r-03-2024",
    "us.anthropic.claude-3-haiku-20240307-v1:0, bedrock, base snapshot,"
        + " anthropic.claude-3-haiku-20240307-v1:0",
    "apac.amazon.nova-lite-v1:0, bedrock, base snapshot, amazon.nova-lite-v1:0",
    "global.anthropic.claude-sonnet-4-20250514-v1:0, bedrock, base snapshot,"
        + " anthropic.claude-sonnet-4-20250514-v1:0",
    "eu.meta.llama3-2-3b-instruct-v1:0, bedrock, base snapshot, meta.llama3-2-3b-instruct-v1:0",
  })
  void aRouterPrefixSaysWhoseModelIsMeant(String input, String provider, String kind, String base) {
    ModelId model = model(input);

    assertThat(model.provider()).isEqualTo(Provider.of(provider));
    assertThat(model.kind().label()).isEqualTo(kind);
    assertThat(model.base()).contains(base);
  }

  @ParameterizedTest
  @CsvSource({
    "ftjob-abc123, openai, job, abc123",
    "ftjob-383faf4466084382960e84f995123316, azure, job, 383faf4466084382960e84f995123316",
    "ft-383faf4466084382960e84f995123316, azure, job, 383faf4466084382960e84f995123316",
    "ftckpt_zc4Q7MP6XxulcVzj4MZdwsAB, openai, checkpoint, zc4Q7MP6XxulcVzj4MZdwsAB",
    "projects/p-1/locations/europe-west4/endpoints/42, google-vertex, deployment, 42",
    "projects/p-1/locations/europe-west4/models/42, google-vertex, fine-tune, 42",
    "arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:provisioned-model/abcdefghijkl, bedrock,"
        + " deployment, abcdefghijkl",
    "arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdefghijkl, bedrock, arn,"
        + " abcdefghijkl",
    "arn:aws:bedrock:us-east-1:123456789012:custom-model/imported/abcdefghijkl, bedrock, arn,"
        + " abcdefghijkl",
  })
  void resourcesOfProvidersAreToldApart(String input, String provider, String kind, String tail) {
    ModelId model = model(input);

    assertThat(model.provider()).isEqualTo(Provider.of(provider));
    assertThat(model.kind().label()).isEqualTo(kind);
    assertThat(model.tail()).contains(tail);
  }

  @Test
  void segmentNamesOfAzureResourcesAreReadInAnyCase() {
    ModelId model =
        model(
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/RG/providers/"
                + "microsoft.cognitiveservices/accounts/Acme/deployments/Bot");

    assertThat(model.org()).contains("Acme");
    assertThat(model.tail()).contains("Bot");
  }

  @Test
  void aTunedGeminiWithoutTwelveCharactersAtItsEndHasOnlyASuffix() {
    ModelId model = model("tunedModels/my-essays");

    assertThat(model.suffix()).contains("my-essays");
    assertThat(model.tail()).isEmpty();
  }

  @Test
  void idsThatDifferOnlyInCaseAreTwoModels() {
    assertThat(model("ft:gpt-4o-2024-08-06:acme::AbC1").tail())
        .isNotEqualTo(model("ft:gpt-4o-2024-08-06:acme::aBc1").tail());
  }

  @Test
  void aFineTuneOfAnAliasKeepsTheAliasAsItsBase() {
    assertThat(model("ft:gpt-4o-mini:acme::abc123").base()).contains("gpt-4o-mini");
  }

  @Test
  void theCanonicalNameIsTheInputWithoutItsPrefix() {
    ModelId model = model("azure/gpt-4o-mini-2024-07-18.ft-" + HEX32);

    assertThat(model.input()).startsWith("azure/");
    assertThat(model.canonical()).isEqualTo("gpt-4o-mini-2024-07-18.ft-" + HEX32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "openai/",
        "openai/openai/gpt-4o",
        "openrouter/gpt-4o",
        "gpt-9-turbo",
        "GPT-4o",
        "draft:gpt-4o-2024-08-06:acme::AbC1",
        "use ft:gpt-4o-2024-08-06:acme::AbC1",
        "gpt-4o-2024-08-06\n",
        "gpt-4o\u20112024-08-06",
        "ft:gpt-4o-2024-08-06:acme:a:b:AbC1",
        "ft:gpt-4o-2024-08-06:acme::AbC1:ckpt-step-0",
        "ft:gpt-4o-2024-08-06:acme::AbC1:ckpt-step-07",
        "ft:gpt-4o-2024-08-06:acme::AbC1:ckpt-step-99999999999",
        "ft:gpt-4o-2024-08-06:acme::ckpt-step-7",
        "ft:gpt-4o-2024-08-06:::AbC1",
        "ft:gpt-4o-2024-08-06:acme::",
        "gpt-4o-2024-08-06.ft-b044a9d3",
        "gpt-4o-2024-08-06.ft-B044A9D3CF9C4228B5D393567F693B83",
        ".ft-b044a9d3cf9c4228b5d393567f693b83",
        "davinci:ft-personal-2023-04-02",
        "davinci:ft-personal-2023-13-02-03-13-22",
        "gpt-3.5-turbo:ft-personal-2023-04-02-03-13-22",
        "ft:open-mistral-7b:587a6b2:20240514:7e773925",
        "arn:aws:bedrock:us-east-1:1234:imported-model/abcdefghijkl",
        "arn:aws:s3:::bucket/abcdefghijkl",
        "projects/p/locations/l/tuningJobs/",
        "tunedModels/",
        "ftjob-",
        "ALL FINE-TUNING",
        "Mistral 7B",
      })
  void textThatIsNoNameGetsAReason(String text) {
    assertThat(names.parse(text))
        .isInstanceOfSatisfying(
            NotAModelName.class, no -> assertThat(no.reason()).hasSizeGreaterThan(30));
  }

  @Test
  void aSuffixHasAtMost64Characters() {
    String suffix = "s".repeat(64);

    assertThat(model("ft:gpt-4o-2024-08-06:acme:" + suffix + ":AbC1").suffix()).contains(suffix);
    assertThat(names.parse("ft:gpt-4o-2024-08-06:acme:" + suffix + "s:AbC1"))
        .isInstanceOf(NotAModelName.class);
  }

  @Test
  void aNameLongerThanAnyProviderSIsRefusedUnread() {
    String text = "ft:gpt-4o-2024-08-06:" + "a".repeat(2_000_000) + "::AbC1";

    assertThat(reason(text)).contains("2000027 characters");
  }

  @Test
  void theReasonNamesThePositionOfAStrangeCharacter() {
    assertThat(reason(" gpt-4o")).contains("U+0020 at position 1").contains("white space");
    assertThat(reason("gpt\u20114o")).contains("U+2011 at position 4");
  }

  @Test
  void theReasonSaysWhatToDo() {
    assertThat(reason("GPT-4o")).contains("write gpt-4o");
    assertThat(reason("ft:gpt-4-0613:acme")).contains("3 segments");
    assertThat(reason("ft::acme::9abc")).contains("base is empty");
    assertThat(reason("ft-gpt-4")).contains("family");
    assertThat(reason("vertex_ai/gpt-4o")).contains("openai").contains("check the prefix");
    assertThat(reason("azure/support-bot")).contains("free text");
    assertThat(reason("openrouter/gpt-4o")).contains("leave it out");
    assertThat(reason("ft:gpt-4o:a:b:c1:d")).contains("ckpt-step-N");
    assertThat(reason("ft:gpt-4o:a:b!:c1")).contains("cannot have");
    assertThat(reason("ft:mistral-small-latest:a::c1")).contains("Mistral");
  }

  private ModelId model(String text) {
    return names
        .parse(text)
        .match(
            model -> model,
            no -> {
              throw new AssertionError(no.reason());
            });
  }

  private String reason(String text) {
    return names.parse(text).match(ModelId::toString, NotAModelName::reason);
  }
}
