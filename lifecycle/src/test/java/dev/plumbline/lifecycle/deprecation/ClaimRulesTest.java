package dev.plumbline.lifecycle.deprecation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules that the facts of today do not exercise. */
class ClaimRulesTest {

  private static final String FINE_TUNE = "ft:gpt-x:acme::AbC1";
  private static final Source PAGE = new Source("page", Source.Kind.PROVIDER_PAGE);
  private static final Source API = new Source("api", Source.Kind.PROVIDER_API);
  private static final Source BLOG = new Source("blog", Source.Kind.THIRD_PARTY);

  @Test
  void aDateOnTheFineTuneItselfBeatsItsFamilyAndItsBase() {
    ClockEnd.Known end =
        inference(
            claim(Kind.BASE, "gpt-x", "2027-03-01", PAGE, "2026-08-01"),
            claim(Kind.FAMILY, "gpt-x", "2027-02-01", PAGE, "2026-08-01"),
            claim(Kind.FINE_TUNE, FINE_TUNE, "2027-01-01", API, "2026-08-01"));

    assertThat(end.end().value()).isEqualTo("2027-01-01");
    assertThat(end.rule()).isEqualTo(ShutdownRule.EXPLICIT_ID_DATE);
  }

  @Test
  void theMostSpecificFamilyDecides() {
    ClockEnd.Known end =
        inference(
            claim(Kind.FAMILY, "gpt", "2027-02-01", PAGE, "2026-08-01"),
            claim(Kind.FAMILY, "gpt-x", "2027-04-01", PAGE, "2026-08-01"));

    assertThat(end.end().value()).isEqualTo("2027-04-01");
  }

  @Test
  void anAnnouncementThatSparesFineTunesLeavesAGapToWatch() {
    ClockEnd end =
        lifespan(
                claim(Kind.BASE, "gpt-x", "2027-03-01", PAGE, "2026-08-01"),
                claim(Kind.NOT_AFFECTED, "gpt-x", "", PAGE, "2026-08-01"))
            .inferenceEnd();

    assertThat(end)
        .isInstanceOfSatisfying(
            ClockEnd.Unknown.class,
            unknown -> assertThat(unknown.rule()).isEqualTo(ShutdownRule.ANNOUNCEMENT_TEXT));
  }

  @Test
  void theNewestStatementOfOneSourceCounts() {
    ClockEnd.Known end =
        inference(
            claim(Kind.FAMILY, "gpt-x", "2027-05-01", PAGE, "2026-09-01"),
            claim(Kind.FAMILY, "gpt-x", "2027-02-01", PAGE, "2026-08-01"));

    assertThat(end.end().value()).isEqualTo("2027-05-01");
    assertThat(end.isDisputed()).isFalse();
  }

  @Test
  void aSourceThatNoLongerStatesADateHasTakenItBack() {
    ClockEnd end =
        lifespan(
                claim(Kind.FAMILY, "gpt-x", "2027-02-01", PAGE, "2026-08-01"),
                claim(Kind.FAMILY, "gpt-x", "", PAGE, "2026-09-01"))
            .inferenceEnd();

    assertThat(end).isInstanceOf(ClockEnd.Unknown.class);
  }

  @Test
  void anOlderStatementOfAWorseSourceIsNoDispute() {
    ClockEnd.Known end =
        inference(
            claim(Kind.FAMILY, "gpt-x", "2027-02-01", PAGE, "2026-08-01"),
            claim(Kind.FAMILY, "gpt-x", "2027-01-01", BLOG, "2026-07-01"));

    assertThat(end.end().value()).isEqualTo("2027-02-01");
    assertThat(end.isDisputed()).isFalse();
  }

  @Test
  void aNewerStatementThatSaysTheSameIsNoDispute() {
    ClockEnd.Known end =
        inference(
            claim(Kind.FAMILY, "gpt-x", "2027-02-01", PAGE, "2026-08-01"),
            claim(Kind.FAMILY, "gpt-x", "2027-02-01", BLOG, "2026-09-01"));

    assertThat(end.end().source()).isEqualTo(PAGE);
    assertThat(end.isDisputed()).isFalse();
  }

  @Test
  void aDisputeIsPlannedWithTheEarlierDateAlsoWhenTheWorseSourceStatesIt() {
    ClockEnd.Known end =
        inference(
            claim(Kind.FAMILY, "gpt-x", "2027-02-01", PAGE, "2026-08-01"),
            claim(Kind.FAMILY, "gpt-x", "2027-01-01", BLOG, "2026-09-01"));

    assertThat(end.end().value()).isEqualTo("2027-01-01");
    assertThat(end.disputedBy()).extracting("value").containsExactly(LocalDate.of(2027, 2, 1));
  }

  private static ClockEnd.Known inference(DateClaim... claims) {
    return lifespan(claims).inferenceEnd().findKnown().orElseThrow();
  }

  private static Lifespan lifespan(DateClaim... claims) {
    return new DeprecationCalendar(List.of(claims), List.of(), KnownModels.bundled())
        .lifespanOf((ModelId) ModelNames.bundled().parse(FINE_TUNE), CustomerClass.ACTIVE);
  }

  private static DateClaim claim(
      Kind kind, String name, String date, Source source, String seenAt) {
    return new DateClaim(
        ClaimKey.everywhere(new Subject(Provider.OPENAI, kind, name), LifeClock.INFERENCE),
        date.isEmpty()
            ? new Statement(
                Optional.empty(), ClaimCertainty.COMMITTED, Optional.empty(), Optional.empty())
            : Statement.of(LocalDate.parse(date), ClaimCertainty.COMMITTED),
        Evidence.seen(source.name(), source, LocalDate.parse(seenAt)));
  }
}
