package dev.plumbline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownModelsTest {

  private static final Instant TABLE_DAY = Instant.parse("2026-11-20T12:00:00Z");

  private final KnownModels known = KnownModels.bundled();

  @Test
  void everyNameOfTheTableIsReadAsWhatTheTableSays() {
    ModelNames names = new ModelNames(known);

    assertThat(known.all())
        .hasSizeGreaterThan(500)
        .allSatisfy(
            model ->
                assertThat(names.parse(model.name()))
                    .isInstanceOfSatisfying(
                        ModelId.class,
                        read ->
                            assertThat(read.kind())
                                .isEqualTo(known.findAll(model.name()).get(0).kind())));
  }

  @Test
  void everyTargetOfAnAliasIsItselfInTheTable() {
    assertThat(known.all().stream().filter(model -> model.target().isPresent()))
        .allSatisfy(
            alias ->
                assertThat(known.find(alias.provider(), alias.target().orElseThrow()))
                    .as(alias.name())
                    .isPresent());
  }

  @Test
  void theTableAndTheHistoryOfAliasesAgree() {
    Aliases aliases = Aliases.bundled();

    assertThat(known.all().stream().filter(model -> model.kind() == ModelKind.ALIAS))
        .allSatisfy(
            alias ->
                assertThat(
                        aliases
                            .targetAt(alias.provider(), alias.name(), TABLE_DAY)
                            .map(AliasTarget::snapshot))
                    .as(alias.name())
                    .isEqualTo(alias.target()));
  }

  @Test
  void whoMadeTheModelComesBeforeWhoResellsIt() {
    assertThat(known.findAll("gpt-4.1-2025-04-14"))
        .extracting(KnownModel::provider)
        .containsExactly(Provider.OPENAI, Provider.AZURE);
  }

  @Test
  void oneProviderCannotNameTwoModelsAlike() {
    KnownModel model =
        new KnownModel(Provider.OPENAI, "gpt-x", ModelKind.BASE_SNAPSHOT, Optional.empty(), "test");

    assertThatThrownBy(() -> new KnownModels(List.of(model, model)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gpt-x twice");
  }

  @Test
  void aProviderSOwnNameIsNeverAFineTune() {
    assertThatThrownBy(
            () ->
                new KnownModel(Provider.OPENAI, "x", ModelKind.FINE_TUNE, Optional.empty(), "test"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
