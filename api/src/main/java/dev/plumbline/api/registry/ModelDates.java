package dev.plumbline.api.registry;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Until when models of the registry can be trained on and called, for their organisation as its
 * providers see it.
 */
@ApplicationScoped
public class ModelDates {

  private final Calendars calendars;
  private final Clock clock;
  private final ModelIds ids = ModelIds.bundled();

  ModelDates(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * Both ends.
   *
   * @param base the snapshot at the root of a fine-tune, where it is known
   */
  public Lifespan of(Organisation organisation, ModelKey key, Optional<String> base) {
    return calendars.of(organisation).lifespanOf(question(organisation, key, base));
  }

  /** Both ends of what answers in a deployment, with its region and type. */
  Lifespan of(Organisation organisation, Deployment deployment, Optional<String> base) {
    LifespanQuestion question =
        new LifespanQuestion(
            ids.of(deployment.target(), base),
            calendars.classes(organisation).of(deployment.provider()),
            deployment.type(),
            deployment.region());
    return calendars.of(organisation).lifespanOf(question);
  }

  /** Everything that some rule may take into account, on either clock. */
  List<DateClaim> claims(Organisation organisation, ModelKey key, Optional<String> base) {
    DeprecationCalendar calendar = calendars.of(organisation);
    return calendar.claimsAbout(question(organisation, key, base));
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private LifespanQuestion question(
      Organisation organisation, ModelKey key, Optional<String> base) {
    return new LifespanQuestion(
        ids.of(key, base), calendars.classes(organisation).circumstances(key.provider()));
  }
}
