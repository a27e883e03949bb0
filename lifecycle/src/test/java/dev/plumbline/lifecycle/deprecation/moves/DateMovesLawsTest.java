package dev.plumbline.lifecycle.deprecation.moves;

import static dev.plumbline.lifecycle.deprecation.moves.Claims.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.lifecycle.deprecation.Belief;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of moves whatever sources say, in whatever order it is read. */
class DateMovesLawsTest {

  private static final Circumstances ASKED = Circumstances.UNKNOWN;
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  @Property(tries = 300)
  void theOrderOfReadingMakesNoDifference(
      @ForAll("histories") List<DateClaim> claims, @ForAll long seed) {
    List<DateClaim> shuffled = new ArrayList<>(claims);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(DateMoves.of(shuffled, ASKED)).isEqualTo(DateMoves.of(claims, ASKED));
  }

  @Property(tries = 300)
  void theSameObservationTwiceIsTheSameHistory(@ForAll("histories") List<DateClaim> claims) {
    List<DateClaim> twice = new ArrayList<>(claims);
    twice.addAll(claims);

    assertThat(DateMoves.of(twice, ASKED)).isEqualTo(DateMoves.of(claims, ASKED));
  }

  @Property(tries = 300)
  void everyMoveChangesTheBeliefOfItsDay(@ForAll("histories") List<DateClaim> claims) {
    for (DateMove move : DateMoves.of(claims, ASKED)) {
      Optional<PlannedEnd> before = planned(claims, move.seenOn().minusDays(1));
      Optional<PlannedEnd> now = planned(claims, move.seenOn());

      assertThat(before.map(DateMovesLawsTest::view))
          .isNotEqualTo(now.map(DateMovesLawsTest::view));
      assertThat(move.to()).isEqualTo(now.map(PlannedEnd::date));
    }
  }

  @Property(tries = 300)
  void theMovesLeadFromNothingToWhatIsBelievedNow(@ForAll("histories") List<DateClaim> claims) {
    Optional<LocalDate> day = Optional.empty();
    for (DateMove move : DateMoves.of(claims, ASKED)) {
      if (move.movesTheDay()) {
        assertThat(move.from()).isEqualTo(day);
      }
      day = move.to();
    }

    assertThat(day).isEqualTo(planned(claims, LocalDate.MAX).map(PlannedEnd::date));
  }

  @Property(tries = 300)
  void aDisputeIsPlannedWithTheEarliestDate(@ForAll("histories") List<DateClaim> claims) {
    Belief.of(claims, ASKED)
        .findDated()
        .ifPresent(
            dated ->
                assertThat(dated.contradictedBy())
                    .allSatisfy(
                        other ->
                            assertThat(other.date().orElse(LocalDate.MAX))
                                .isAfterOrEqualTo(dated.date())));
  }

  @Property(tries = 200)
  void anAnswerWithOpenKeysIsNeverLaterThanOneWithout(
      @ForAll("histories") List<DateClaim> claims, @ForAll DeploymentType deployment) {
    var exact =
        new Circumstances(
            ASKED.customer(), Optional.of(deployment), Optional.empty(), ASKED.cloud());
    Optional<LocalDate> open = Belief.of(claims, ASKED).findDated().map(Belief.Dated::date);

    Belief.of(claims, exact)
        .findDated()
        .ifPresent(dated -> assertThat(open.orElse(LocalDate.MAX)).isBeforeOrEqualTo(dated.date()));
  }

  private static Optional<PlannedEnd> planned(List<DateClaim> claims, LocalDate day) {
    List<DateClaim> known =
        claims.stream().filter(claim -> !claim.evidence().knownOn().isAfter(day)).toList();
    return Belief.of(known, ASKED).findDated().map(PlannedEnd::of);
  }

  private static List<Object> view(PlannedEnd end) {
    return List.of(end.date(), end.certainty(), end.stated());
  }

  @Provide
  Arbitrary<List<DateClaim>> histories() {
    Arbitrary<String> dates =
        Arbitraries.of("", "2027-01-14", ">=2027-01-14", "2027-04-14", "2027-10-01");
    Arbitrary<Source> sources =
        Arbitraries.of(
            Claims.PAGE,
            new Source("another page", Source.Kind.PROVIDER_PAGE),
            Claims.BLOG,
            new Source("copy", Source.Kind.MIRROR));
    Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 6).map(START::plusDays);
    Arbitrary<ClaimScope> scopes =
        Arbitraries.of(
            ClaimScope.EVERYWHERE,
            ClaimScope.EVERYWHERE,
            ClaimScope.ofDeployments(Set.of(DeploymentType.GLOBAL)),
            ClaimScope.ofDeployments(Set.of(DeploymentType.STANDARD)));
    return Combinators.combine(dates, sources, days, scopes)
        .as((date, source, day, scope) -> claim(date, source, day, scope))
        .list()
        .ofMaxSize(8);
  }
}
