package dev.plumbline.lifecycle.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExitProgressLawsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Person ADA = new Person("m-1", "Ada");
  private static final List<ExitStatus> ORDER = List.of(ExitStatus.values());
  private static final String HASH = "ab".repeat(32);

  private enum Wish {
    RECORD_ALL,
    RECORD_SOME,
    CHOOSE,
    APPROVE,
    REFUSE,
    WITHDRAW,
    SWITCH,
    SWITCH_TOMORROW,
    CLOSE,
    CLOSE_HALF
  }

  @Property(tries = 300)
  void aPlanGoesOnOneStatusAtATimeAndEveryRefusalSaysWhy(@ForAll("wishes") List<Wish> wishes) {
    ExitProgress progress = ExitProgress.draft(List.of());
    for (Wish wish : wishes) {
      ExitStatus before = progress.status(TODAY);
      Move move = wished(progress, wish);
      ExitProgress after = move.match(made -> made, reasons -> sound(reasons));
      progress = after.started() ? after : progress;
      assertThat(ORDER.indexOf(progress.status(TODAY)))
          .isLessThanOrEqualTo(ORDER.indexOf(before) + 1);
    }
    assertThat(progress.blockedBy(TODAY).isEmpty())
        .isEqualTo(progress.status(TODAY) == ExitStatus.CLOSED);
  }

  /** Marks a refusal by a progress that was never started. */
  private static ExitProgress sound(List<String> reasons) {
    assertThat(reasons).isNotEmpty().allSatisfy(reason -> assertThat(reason).isNotBlank());
    return ExitProgress.none();
  }

  @Property(tries = 300)
  void whatWasSwitchedOrClosedStaysSo(@ForAll("wishes") List<Wish> wishes) {
    ExitProgress progress = switched();
    for (Wish wish : wishes) {
      boolean closed = progress.status(TODAY) == ExitStatus.CLOSED;
      ExitProgress before = progress;
      progress = wished(progress, wish).match(made -> made, reasons -> before);
      assertThat(progress.status(TODAY)).isIn(ExitStatus.SWITCHED, ExitStatus.CLOSED);
      if (closed) {
        assertThat(progress).isEqualTo(before);
      }
    }
  }

  private static ExitProgress switched() {
    ExitProgress progress = ExitProgress.draft(List.of());
    for (Wish wish : List.of(Wish.RECORD_ALL, Wish.CHOOSE, Wish.APPROVE, Wish.SWITCH)) {
      ExitProgress before = progress;
      progress = wished(before, wish).match(made -> made, reasons -> before);
    }
    assertThat(progress.status(TODAY)).isEqualTo(ExitStatus.SWITCHED);
    return progress;
  }

  private static Move wished(ExitProgress progress, Wish wish) {
    return switch (wish) {
      case RECORD_ALL -> progress.record(new GoldenSet.Recorded(9, 9, HASH, TODAY), TODAY);
      case RECORD_SOME -> progress.record(new GoldenSet.Recorded(1, 9, HASH, TODAY), TODAY);
      case CHOOSE -> progress.choose(new Choice("a", ADA, NOW, "why"), TODAY);
      case APPROVE -> progress.decide(new Decision.Approved(ADA, NOW, "", List.of()));
      case REFUSE -> progress.decide(new Decision.Refused(ADA, NOW, "no"));
      case WITHDRAW -> progress.decide(new Decision.Withdrawn(ADA, NOW, "no"));
      case SWITCH -> progress.switchOver(new SwitchRecord(TODAY, ADA, ""), TODAY);
      case SWITCH_TOMORROW ->
          progress.switchOver(new SwitchRecord(TODAY.plusDays(1), ADA, ""), TODAY);
      case CLOSE -> progress.close(closure(true));
      case CLOSE_HALF -> progress.close(closure(false));
    };
  }

  private static Closure closure(boolean hostingDeleted) {
    return new Closure(
        Optional.of("log"), Optional.of(TODAY), hostingDeleted, Optional.of("kept"), ADA);
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    return Arbitraries.of(Wish.class).list().ofMaxSize(12);
  }
}
