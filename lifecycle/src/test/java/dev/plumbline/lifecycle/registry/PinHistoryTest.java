package dev.plumbline.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinHistoryTest {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final ModelKey OLD = key("gpt-4o-2024-05-13");
  private static final ModelKey NEW = key("gpt-4o-2024-08-06");

  @Test
  void whatWasPinnedBeforeIsRemembered() {
    PinHistory history = PinHistory.empty().movedTo(OLD, T0).movedTo(NEW, T0.plusSeconds(60));

    assertThat(history.current().map(Pin::target)).contains(NEW);
    assertThat(history.previous().map(Pin::target)).contains(OLD);
    assertThat(history.at(T0.plusSeconds(59)).map(Pin::target)).contains(OLD);
    assertThat(history.at(T0.plusSeconds(60)).map(Pin::target)).contains(NEW);
    assertThat(history.at(T0.minusSeconds(1))).isEmpty();
  }

  @Test
  void aMoveToWhatHoldsAlreadyChangesNothing() {
    PinHistory history = PinHistory.empty().movedTo(OLD, T0);

    assertThat(history.movedTo(OLD, T0.plusSeconds(60))).isSameAs(history);
  }

  @Test
  void thePreviousModelIsAnotherOneEvenAfterAPause() {
    PinHistory history =
        PinHistory.empty()
            .movedTo(OLD, T0)
            .movedTo(NEW, T0.plusSeconds(1))
            .ended(T0.plusSeconds(2))
            .movedTo(NEW, T0.plusSeconds(3));

    assertThat(history.previous().map(Pin::target)).contains(OLD);
    assertThat(history.at(T0.plusSeconds(2))).isEmpty();
  }

  @Test
  void endingWhatIsOverChangesNothing() {
    PinHistory ended = PinHistory.empty().movedTo(OLD, T0).ended(T0.plusSeconds(1));

    assertThat(ended.ended(T0.plusSeconds(2))).isSameAs(ended);
    assertThat(ended.current()).isEmpty();
    assertThat(ended.previous().map(Pin::target)).contains(OLD);
  }

  @Test
  void twoPinsNeverHoldAtOnce() {
    Pin open = new Pin(OLD, T0, Optional.empty());
    Pin later = new Pin(NEW, T0.plusSeconds(1), Optional.empty());

    assertThatThrownBy(() -> new PinHistory(List.of(later, open)))
        .hasMessageContaining("two pins hold at 2026-01-01T00:00:01Z");
    assertThatThrownBy(() -> new Pin(OLD, T0, Optional.of(T0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PinHistory.empty().movedTo(OLD, T0).movedTo(NEW, T0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ModelKey key(String model) {
    return new ModelKey(Provider.OPENAI, model);
  }
}
