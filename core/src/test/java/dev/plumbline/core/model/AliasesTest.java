package dev.plumbline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AliasesTest {

  private final Aliases aliases = Aliases.bundled();

  @Test
  void anAliasMeansTheSnapshotOfItsDay() {
    assertThat(snapshot("gpt-4o", "2024-10-01T23:59:59Z")).contains("gpt-4o-2024-05-13");
    assertThat(snapshot("gpt-4o", "2024-10-02T00:00:00Z")).contains("gpt-4o-2024-08-06");
    // never moved to 2024-11-20
    assertThat(snapshot("gpt-4o", "2026-11-20T00:00:00Z")).contains("gpt-4o-2024-08-06");
  }

  @Test
  void beforeItsLaunchAnAliasMeansNothing() {
    assertThat(snapshot("gpt-4o", "2024-05-12T00:00:00Z")).isEmpty();
  }

  @Test
  void anObservedMoveBeatsTheAnnouncedOne() {
    // announced for 2024-02-16, seen unchanged on 2024-02-20, done by 2024-03-07
    assertThat(target("gpt-3.5-turbo", "2024-02-15T00:00:00Z").uncertain()).isFalse();
    assertThat(target("gpt-3.5-turbo", "2024-02-18T00:00:00Z").snapshot())
        .isEqualTo("gpt-3.5-turbo-0613");
    assertThat(target("gpt-3.5-turbo", "2024-02-18T00:00:00Z").uncertain()).isTrue();
    assertThat(target("gpt-3.5-turbo", "2024-02-20T12:00:00Z").snapshot())
        .isEqualTo("gpt-3.5-turbo-0613");
  }

  @Test
  void anObservedMoveIsUncertainUntilSomebodySawItDone() {
    assertThat(target("gpt-3.5-turbo", "2024-02-21T00:00:00Z").snapshot())
        .isEqualTo("gpt-3.5-turbo-0125");
    assertThat(target("gpt-3.5-turbo", "2024-03-06T00:00:00Z").uncertain()).isTrue();
    assertThat(target("gpt-3.5-turbo", "2024-03-07T00:00:00Z").uncertain()).isFalse();
  }

  @Test
  void aMoveThatCameNoEarlierThanADayStaysUncertain() {
    AliasTarget target =
        aliases
            .targetAt(Provider.AZURE, "gpt-4-1106-preview", Instant.parse("2024-03-08T00:00:00Z"))
            .orElseThrow();

    assertThat(target.snapshot()).isEqualTo("gpt-4-0125-preview");
    assertThat(target.uncertain()).isTrue();
    assertThat(target.kind()).isEqualTo("in-place upgrade");
  }

  @Test
  void aMoveOfUnknownDayIsUncertainAtAnyTime() {
    assertThat(target("gpt-4o-audio-preview", "2025-01-01T00:00:00Z").uncertain()).isTrue();
  }

  @Test
  void aRollingAliasHasNoSnapshot() {
    assertThat(snapshot("chatgpt-4o-latest", "2025-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void theDefaultVersionOfAzureMovesOnItsOwnDay() {
    Instant between = Instant.parse("2025-02-12T00:00:00Z");

    assertThat(aliases.targetAt(Provider.AZURE, "gpt-4o", between)).isEmpty();
    assertThat(aliases.targetAt(Provider.AZURE, "gpt-4o", between.plusSeconds(86_400)))
        .map(AliasTarget::snapshot)
        .contains("gpt-4o-2024-08-06");
  }

  @Test
  void anAliasWithoutAHistoryHadOneSnapshotForLifeAsFarAsWeKnow() {
    AliasTarget target = target("o1-pro", "2025-06-01T00:00:00Z");

    assertThat(target.snapshot()).isEqualTo("o1-pro-2025-03-19");
    assertThat(target.uncertain()).isTrue();
    assertThat(target.kind()).isEqualTo("listed");
  }

  @Test
  void aSnapshotIsNoAlias() {
    assertThat(snapshot("gpt-4o-2024-08-06", "2025-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void theAnnouncedAndTheObservedMoveAreBothKept() {
    assertThat(aliases.moves(Provider.OPENAI, "gpt-3.5-turbo"))
        .filteredOn(move -> move.snapshot().equals(Optional.of("gpt-3.5-turbo-0125")))
        .extracting(move -> move.observed() + " " + move.effective().orElseThrow())
        .containsExactly("false 2024-02-16", "true 2024-02-21");
    assertThat(aliases.moves(Provider.OPENAI, "gpt-4o-2024-08-06")).isEmpty();
    assertThat(aliases.moves(Provider.OPENAI, "o1-pro"))
        .singleElement()
        .satisfies(move -> assertThat(move.effective()).isEmpty());
  }

  private Optional<String> snapshot(String alias, String at) {
    return aliases.targetAt(Provider.OPENAI, alias, Instant.parse(at)).map(AliasTarget::snapshot);
  }

  private AliasTarget target(String alias, String at) {
    return aliases.targetAt(Provider.OPENAI, alias, Instant.parse(at)).orElseThrow();
  }

  @Test
  void theHistoryHasEveryStatementAndNoBareListing() {
    assertThat(aliases.history())
        .filteredOn(each -> each.alias().equals("gpt-4o"))
        .extracting(each -> each.provider().key() + " " + each.move().snapshot().orElse(""))
        .containsExactly(
            "openai gpt-4o-2024-05-13", "openai gpt-4o-2024-08-06", "azure gpt-4o-2024-08-06");
    assertThat(aliases.history()).noneMatch(each -> each.alias().equals("o1-pro"));
  }
}
