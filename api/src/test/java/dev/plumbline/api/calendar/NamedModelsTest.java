package dev.plumbline.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedModelsTest {

  private static final List<String> NAMES =
      List.of(
          "ft:gpt-4o-2024-08-06:acme::One1",
          "ft:gpt-4o-2024-08-06:acme::Two2",
          "ft:gpt-4o-2024-08-06:acme::Own3",
          "ft:babbage-002:acme::Four4",
          "gpt-4o-2024-08-06");

  @Test
  void whatIsDerivedOnceForABaseIsWhatEachFineTuneWouldGet() {
    DeprecationCalendar calendar = DeprecationCalendar.bundled().with(List.of(ownDate()));
    var named = new NamedModels(calendar, CustomerClasses.ASSUMED);
    var history = new EndHistory(calendar);

    for (String name : NAMES) {
      ModelId model = model(name);
      var question =
          new LifespanQuestion(model, CustomerClasses.ASSUMED.circumstances(model.provider()));
      assertThat(named.entries(model).toList())
          .as(name)
          .isEqualTo(
              history.of(question).stream()
                  .filter(entry -> entry.isOfFineTunes() || entry.clock() == LifeClock.INFERENCE)
                  .toList());
    }
  }

  private static DateClaim ownDate() {
    return new DateClaim(
        ClaimKey.everywhere(
            new Subject(Provider.OPENAI, Subject.Kind.FINE_TUNE, NAMES.get(2)),
            LifeClock.INFERENCE),
        Statement.of(LocalDate.parse("2027-03-01"), ClaimCertainty.COMMITTED),
        Evidence.seen(
            "api", new Source("the API", Source.Kind.PROVIDER_API), LocalDate.parse("2026-11-20")));
  }

  private static ModelId model(String name) {
    return ModelNames.bundled()
        .parse(name)
        .match(
            id -> id,
            none -> {
              throw new AssertionError(none);
            });
  }
}
