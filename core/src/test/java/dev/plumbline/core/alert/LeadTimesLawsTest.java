package dev.plumbline.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeadTimesLawsTest {

  private static final LocalDate ANNOUNCED = LocalDate.parse("2026-10-14");

  private static Deadline after(int notice) {
    return new Deadline(ANNOUNCED, ANNOUNCED.plusDays(notice));
  }

  @Property
  void everyMilestoneLiesAfterTheAnnouncementAndAtMostADayAfterTheDeadline(
      @ForAll @IntRange(max = 2_000) int notice) {
    Deadline deadline = after(notice);

    assertThat(LeadTimes.of(deadline))
        .allMatch(each -> each.on().isAfter(deadline.announcedOn()))
        .allMatch(each -> !each.on().isAfter(deadline.day().plusDays(1)))
        .allMatch(each -> deadline.day().minusDays(each.daysLeft()).equals(each.on()));
  }

  @Property
  void milestonesComeOneAfterTheOtherAndTheDayAfterIsTheLast(
      @ForAll @IntRange(min = 1, max = 2_000) int notice) {
    List<Integer> left = LeadTimes.of(after(notice)).stream().map(Milestone::daysLeft).toList();

    assertThat(left).isSortedAccordingTo((a, b) -> b - a).doesNotHaveDuplicates().endsWith(0, -1);
  }

  @Property
  void theLatestMilestoneNeverGoesBackAsDaysPass(
      @ForAll @IntRange(min = 1, max = 400) int notice, @ForAll @IntRange(max = 500) int day) {
    Deadline deadline = after(notice);
    int now = left(deadline, ANNOUNCED.plusDays(day));

    assertThat(left(deadline, ANNOUNCED.plusDays(day + 1L))).isLessThanOrEqualTo(now);
  }

  private static int left(Deadline deadline, LocalDate today) {
    return LeadTimes.passed(deadline, today).map(Milestone::daysLeft).orElse(Integer.MAX_VALUE);
  }

  @Property
  void severityNeverFallsAsDaysPassAndShortNoticeIsNeverMilder(
      @ForAll @IntRange(max = 400) int notice, @ForAll @IntRange(max = 400) int day) {
    Deadline deadline = after(notice);
    LocalDate today = ANNOUNCED.plusDays(day);
    AlertSeverity now = LeadTimes.severity(deadline, today);

    assertThat(LeadTimes.severity(deadline, today.plusDays(1))).isGreaterThanOrEqualTo(now);
    assertThat(now)
        .isGreaterThanOrEqualTo(
            LeadTimes.severity(new Deadline(deadline.day().minusDays(400), deadline.day()), today));
  }

  @Test
  void aYearsNoticeHasTheTenMilestones() {
    assertThat(LeadTimes.of(after(365)))
        .extracting(Milestone::daysLeft)
        .containsExactly(180, 90, 60, 30, 14, 7, 3, 1, 0, -1);
  }

  @Test
  void aShortNoticeIsCompressedToAHalfAQuarterAndATenth() {
    assertThat(LeadTimes.of(after(40)))
        .extracting(Milestone::daysLeft)
        .containsExactly(20, 10, 4, 3, 1, 0, -1); // 40 × 50 %, 25 %, 10 %
  }

  @Test
  void aDateThatHadPassedWhenItBecameKnownHasNoMilestone() {
    assertThat(LeadTimes.of(new Deadline(ANNOUNCED, ANNOUNCED.minusDays(3)))).isEmpty();
  }
}
