package dev.plumbline.api.alerts;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.Condition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;

/** How a feature offers a rule: as a bean of this type, asked every ten minutes. */
public interface AlertRule {

  /** First part of the keys of its alerts, for example {@code model.ends}; never another one. */
  String name();

  /** One sentence for people: what it notices. */
  String about();

  /** Whether it can say what held on an earlier day, so that it can be tried over history. */
  boolean hasHistory();

  /**
   * The full set of what holds on a day, as it could be known then. Whoever has no history is asked
   * for the present day only. The answer is used once and may keep what it has read.
   */
  Function<LocalDate, Collection<Condition>> of(Organisation organisation);
}
