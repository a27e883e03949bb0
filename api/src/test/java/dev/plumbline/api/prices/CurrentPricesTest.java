package dev.plumbline.api.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.time.DayRange;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.override.Adjustment;
import dev.plumbline.pricing.override.OverrideQuestion;
import dev.plumbline.pricing.override.OverrideScope;
import dev.plumbline.pricing.override.PriceOverride;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CurrentPricesTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  @Inject ListPriceRepository list;
  @Inject OverrideRepository stored;
  @Inject Overrides overrides;
  @Inject CurrentPrices prices;
  @Inject CurrentCaller nobody;

  private final Organisation one = SomeOrganisation.added();
  private final Organisation two = SomeOrganisation.added();

  /** A clock that a test moves. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void ownPricesAreTheirOrganisationsAlone() {
    overrides.add(planner(one), discount("imagined-own"));

    assertThat(applies(prices, one)).isTrue();
    assertThat(applies(prices, two)).isFalse();
    assertThat(applies(prices, Organisation.FIRST)).isFalse();
  }

  @Test
  void anAnonymousVisitorGetsListPricesOnly() {
    overrides.add(planner(Organisation.FIRST), discount("imagined-hidden"));

    assertThat(nobody.find()).isEmpty();
    assertThat(prices.overrides().isEmpty()).isTrue();
    assertThat(prices.costs().catalogue()).isSameAs(prices.catalogue());
  }

  @Test
  void anotherInstancesChangeIsSeenWithinFiveSeconds() {
    Hands clock = new Hands();
    CurrentPrices elsewhere =
        new CurrentPrices(list, stored, nobody, clock, new SimpleMeterRegistry());
    elsewhere.refresh();
    assertThat(applies(elsewhere, one)).isFalse();

    UUID id = overrides.add(planner(one), discount("imagined-own")).id();
    clock.now = clock.now.plus(Duration.ofSeconds(5));
    assertThat(applies(elsewhere, one)).isTrue();

    overrides.end(planner(one), id, LocalDate.parse("2026-02-01"));
    clock.now = clock.now.plus(Duration.ofSeconds(5));
    assertThat(applies(elsewhere, one)).isFalse();
  }

  @Test
  void theMemoryForOwnPricesIsBounded() {
    CurrentPrices many =
        new CurrentPrices(list, stored, nobody, new Hands(), new SimpleMeterRegistry());
    many.refresh();

    for (int i = 0; i < CurrentPrices.MOST_KEPT + 3; i++) {
      many.changed(new Organisation(new UUID(7, i)));
      many.ownOf(new Organisation(new UUID(7, i)));
    }

    assertThat(many.kept()).isEqualTo(CurrentPrices.MOST_KEPT);
  }

  @Test
  void everyChangeLeavesATraceAndAnEndTwiceOnlyOne() {
    UUID id = overrides.add(planner(one), discount("imagined-own")).id();
    overrides.end(planner(one), id, TODAY);
    overrides.end(planner(one), id, TODAY);

    assertThat(SomeOrganisation.trail(one)).containsExactly("override.created", "override.ended");
  }

  @Test
  void anotherOrganisationsOverrideIsNotFoundAndAViewerEndsNone() {
    UUID id = overrides.add(planner(one), discount("imagined-own")).id();

    for (Caller stranger : List.of(planner(two), as(two, Role.VIEWER))) {
      refused(ErrorCode.NOT_FOUND, () -> overrides.show(stranger, id));
      refused(ErrorCode.NOT_FOUND, () -> overrides.end(stranger, id, TODAY));
    }
    refused(ErrorCode.FORBIDDEN, () -> overrides.end(as(one, Role.VIEWER), id, TODAY));
    assertThat(overrides.list(planner(two), new Pages(0, 500))).isEmpty();
  }

  private static void refused(ErrorCode code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static Caller planner(Organisation organisation) {
    return as(organisation, Role.PLANNER);
  }

  private static Caller as(Organisation organisation, Role role) {
    return new Caller(
        organisation,
        new Actor(Actor.Kind.MEMBER, "somebody", "Some Body"),
        Grants.everywhere(role.permissions()));
  }

  private static PriceOverride discount(String model) {
    return new PriceOverride(
        "new",
        new OverrideScope(
            Optional.empty(),
            Optional.of(model),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Adjustment.PercentOff(new BigDecimal("15")),
        new DayRange(Optional.of(LocalDate.parse("2026-01-01")), Optional.empty()),
        "agreement");
  }

  private static boolean applies(CurrentPrices prices, Organisation organisation) {
    return prices
        .overridesOf(organisation)
        .find(
            new OverrideQuestion(
                Provider.OPENAI,
                "imagined-own",
                "imagined-own",
                false,
                Component.INPUT,
                ServiceTier.STANDARD,
                TODAY))
        .isPresent();
  }
}
