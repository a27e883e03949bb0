package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.model.KnownModel;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.Provider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be asked of a calendar: every base, and the fine-tunes of each that can have some. */
record CalendarQuestions(
    DeprecationCalendar calendar, KnownModels known, Circumstances circumstances) {

  private record Base(Provider provider, String name) {}

  List<LifespanQuestion> all() {
    Set<Base> bases = new LinkedHashSet<>();
    Set<Base> tuned = new LinkedHashSet<>();
    for (DateClaim claim : calendar.claims()) {
      Base base = new Base(claim.subject().provider(), claim.subject().name());
      switch (claim.subject().kind()) {
        case BASE -> {
          bases.add(base);
          if (claim.clock() == LifeClock.TRAINING || calendar.isStatedTunable(ofBase(base))) {
            tuned.add(base);
          }
        }
        case TUNED, FAMILY, FOLLOWS_BASE -> tuned.add(base);
        case NOT_AFFECTED, FINE_TUNE, GATE -> {}
      }
    }
    List<LifespanQuestion> questions = new ArrayList<>();
    bases.forEach(base -> questions.add(ofBase(base)));
    tuned.stream().filter(base -> !isAlias(base)).forEach(base -> questions.add(ofTuned(base)));
    return List.copyOf(questions);
  }

  private LifespanQuestion ofBase(Base base) {
    return LifespanQuestion.ofBase(base.provider, base.name, circumstances);
  }

  private LifespanQuestion ofTuned(Base base) {
    return LifespanQuestion.ofFineTunes(base.provider, base.name, circumstances);
  }

  /** Fine-tunes have snapshots as bases; the same ones would be listed twice. */
  private boolean isAlias(Base base) {
    return known.find(base.provider, base.name).flatMap(KnownModel::target).isPresent();
  }
}
