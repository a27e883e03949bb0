package dev.plumbline.lifecycle.deprecation.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.eligibility.IdleRule.Consequence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @CsvSource({
    "openai, , , true, NEVER_TUNED",
    "openai, , , false, UNKNOWN",
    // 60 days before 2026-11-21 is 2026-09-22
    "openai, 2025-01-01, 2026-09-22, true, ACTIVE",
    "openai, 2025-01-01, 2026-09-22, false, ACTIVE",
    "openai, 2025-01-01, 2026-09-21, true, TUNED_BUT_IDLE",
    "openai, 2025-01-01, 2026-09-21, false, UNKNOWN",
    "openai, 2025-01-01, , true, TUNED_BUT_IDLE",
    "openai, 2025-01-01, , false, UNKNOWN",
    "azure, 2025-01-01, , false, ACTIVE",
    "azure, , , true, NEVER_TUNED",
  })
  void anOrganisationIsSeenByWhatIsKnownOfIt(
      String provider, LocalDate first, LocalDate last, boolean complete, CustomerClass customer) {
    var evidence =
        new TuningEvidence(Optional.ofNullable(first), Optional.ofNullable(last), complete);

    Eligibility verdict = Eligibility.of(Provider.of(provider), evidence, TODAY);

    assertThat(verdict.customer()).isEqualTo(customer);
    assertThat(verdict.evidence()).isEqualTo(evidence);
    assertThat(verdict.reason()).isNotBlank();
  }

  @Test
  void anIdleDeploymentIsWarnedAbout() {
    IdleRule rule = deleted(DeploymentType.GLOBAL);
    Instant created = Instant.parse("2026-10-01T00:00:00Z");
    IdleDeadline deadline = rule.after(created, Optional.of(Instant.parse("2026-11-01T06:00:00Z")));

    assertThat(deadline.strikesAt()).isEqualTo("2026-11-16T06:00:00Z");
    assertThat(deadline.warningsDue(Instant.parse("2026-11-11T05:59:59Z"))).isZero();
    assertThat(deadline.warningsDue(Instant.parse("2026-11-11T06:00:00Z"))).isEqualTo(1);
    assertThat(deadline.warningsDue(Instant.parse("2026-11-14T06:00:00Z"))).isEqualTo(2);
    assertThat(deadline.hasStruck(Instant.parse("2026-11-16T05:59:59Z"))).isFalse();
    assertThat(deadline.hasStruck(Instant.parse("2026-11-16T06:00:00Z"))).isTrue();
    assertThat(rule.after(created, Optional.empty()).idleSince()).isEqualTo(created);
  }

  @Test
  void aDeveloperDeploymentLastsADayHoweverOftenItIsCalled() {
    Instant created = Instant.parse("2026-11-20T10:00:00Z");

    assertThat(
            deleted(DeploymentType.DEVELOPER)
                .after(created, Optional.of(Instant.parse("2026-11-21T09:00:00Z")))
                .strikesAt())
        .isEqualTo("2026-11-21T10:00:00Z");
  }

  private static IdleRule deleted(DeploymentType type) {
    return IdleRules.bundled()
        .find(Provider.AZURE, Optional.of(type), Consequence.DEPLOYMENT_DELETED)
        .orElseThrow();
  }
}
