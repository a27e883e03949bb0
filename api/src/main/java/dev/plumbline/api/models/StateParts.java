package dev.plumbline.api.models;

import dev.plumbline.lifecycle.registry.ModelState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** What some states hold besides their name, for a table and for a view. */
final class StateParts {

  /** Empty for a state that has none. */
  static final ModelState.Cases<String> REASON = new Parts<>("", reason -> reason, day -> "");

  static final ModelState.Cases<Optional<LocalDate>> DAY =
      new Parts<>(Optional.empty(), reason -> Optional.empty(), Optional::of);

  private StateParts() {}

  /**
   * @param none of a state with neither
   */
  private record Parts<R>(R none, Function<String, R> ofReason, Function<LocalDate, R> ofDay)
      implements ModelState.Cases<R> {

    @Override
    public R training(ModelState.Training state) {
      return none;
    }

    @Override
    public R failed(ModelState.Failed state) {
      return ofReason.apply(state.reason());
    }

    @Override
    public R ready(ModelState.Ready state) {
      return none;
    }

    @Override
    public R serving(ModelState.Serving state) {
      return none;
    }

    @Override
    public R retiring(ModelState.Retiring state) {
      return ofDay.apply(state.by());
    }

    @Override
    public R retired(ModelState.Retired state) {
      return ofReason.apply(state.reason());
    }

    @Override
    public R gone(ModelState.Gone state) {
      return ofReason.apply(state.reason());
    }
  }
}
