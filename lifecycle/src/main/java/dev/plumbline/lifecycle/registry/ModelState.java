package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Where a fine-tuned model is in its life. Each state has the transitions that it allows, as
 * methods; {@link #become} is for who has the next state only by its name.
 */
public sealed interface ModelState {

  Instant since();

  StateKind kind();

  /** The transitions of this state by the name of the state that they lead to. */
  Map<StateKind, Function<StateChange, ModelState>> transitions();

  /** The job is queued, running or paused; there may be no name to call yet. */
  record Training(Instant since) implements ModelState {

    public Training {
      requireNonNull(since, "since");
    }

    public Ready succeeded(Instant at) {
      return new Ready(at);
    }

    public Failed failed(Instant at, String reason) {
      return new Failed(at, reason);
    }

    @Override
    public StateKind kind() {
      return StateKind.TRAINING;
    }

    @Override
    public Map<StateKind, Function<StateChange, ModelState>> transitions() {
      return Map.of(
          StateKind.READY, change -> succeeded(change.at()),
          StateKind.FAILED, change -> failed(change.at(), change.neededReason()));
    }
  }

  /** The job failed or was cancelled; there is nothing to call and there never will be. */
  record Failed(Instant since, String reason) implements ModelState {

    public Failed {
      requireNonNull(since, "since");
      requireNonNull(reason, "reason");
    }

    @Override
    public StateKind kind() {
      return StateKind.FAILED;
    }

    @Override
    public Map<StateKind, Function<StateChange, ModelState>> transitions() {
      return Map.of();
    }
  }

  /** It can be called, and nothing that matters does. */
  record Ready(Instant since) implements ModelState {

    public Ready {
      requireNonNull(since, "since");
    }

    public Serving serve(Instant at) {
      return new Serving(at);
    }

    public Retired retired(Instant at, String reason) {
      return new Retired(at, reason);
    }

    public Gone gone(Instant at, String reason) {
      return new Gone(at, reason);
    }

    @Override
    public StateKind kind() {
      return StateKind.READY;
    }

    @Override
    public Map<StateKind, Function<StateChange, ModelState>> transitions() {
      return Map.of(
          StateKind.SERVING, change -> serve(change.at()),
          StateKind.RETIRED, change -> retired(change.at(), change.neededReason()),
          StateKind.GONE, change -> gone(change.at(), change.neededReason()));
    }
  }

  /** Applications depend on it. */
  record Serving(Instant since) implements ModelState {

    public Serving {
      requireNonNull(since, "since");
    }

    /** Nobody calls it for now. */
    public Ready rest(Instant at) {
      return new Ready(at);
    }

    public Retiring retireBy(Instant at, LocalDate day) {
      return new Retiring(at, day);
    }

    public Gone gone(Instant at, String reason) {
      return new Gone(at, reason);
    }

    @Override
    public StateKind kind() {
      return StateKind.SERVING;
    }

    @Override
    public Map<StateKind, Function<StateChange, ModelState>> transitions() {
      return Map.of(
          StateKind.READY, change -> rest(change.at()),
          StateKind.RETIRING, change -> retireBy(change.at(), change.neededDay()),
          StateKind.GONE, change -> gone(change.at(), change.neededReason()));
    }
  }

  /** It still serves, and somebody decided that it ends. */
  record Retiring(Instant since, LocalDate by) implements ModelState {

    public Retiring {
      requireNonNull(since, "since");
      requireNonNull(by, "by");
    }

    /** The decision was taken back. */
    public Serving keep(Instant at) {
      return new Serving(at);
    }

    public Retiring retireBy(Instant at, LocalDate day) {
      return new Retiring(at, day);
    }

    public Retired retired(Instant at, String reason) {
      return new Retired(at, reason);
    }

    public Gone gone(Instant at, String reason) {
      return new Gone(at, reason);
    }

    @Override
    public StateKind kind() {
      return StateKind.RETIRING;
    }

    @Override
    public Map<StateKind, Function<StateChange, ModelState>> transitions() {
      return Map.of(
          StateKind.SERVING, change -> keep(change.at()),
          StateKind.RETIRING, change -> retireBy(change.at(), change.neededDay()),
          StateKind.RETIRED, change -> retired(change.at(), change.neededReason()),
          StateKind.GONE, change -> gone(change.at(), change.neededReason()));
    }
  }

  /** We ended it: nothing of ours calls it any more. */
  record Retired(Instant since, String reason) implements ModelState {

    public Retired {
      requireNonNull(since, "since");
      requireNonNull(reason, "reason");
    }

    /** It is needed again, for example to roll back onto it. */
    public Ready reinstate(Instant at) {
      return new Ready(at);
    }

    public Gone gone(Instant at, String ending) {
      return new Gone(at, ending);
    }

    @Override
    public StateKind kind() {
      return StateKind.RETIRED;
    }

    @Override
    public Map<StateKind, Function<StateChange, ModelState>> transitions() {
      return Map.of(
          StateKind.READY, change -> reinstate(change.at()),
          StateKind.GONE, change -> gone(change.at(), change.neededReason()));
    }
  }

  /** The provider no longer serves it. */
  record Gone(Instant since, String reason) implements ModelState {

    public Gone {
      requireNonNull(since, "since");
      requireNonNull(reason, "reason");
    }

    /** It answers again: the provider took it back, or the absence was an error. */
    public Ready reappeared(Instant at) {
      return new Ready(at);
    }

    @Override
    public StateKind kind() {
      return StateKind.GONE;
    }

    @Override
    public Map<StateKind, Function<StateChange, ModelState>> transitions() {
      return Map.of(StateKind.READY, change -> reappeared(change.at()));
    }
  }

  /** One answer for each state: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R training(Training state);

    R failed(Failed state);

    R ready(Ready state);

    R serving(Serving state);

    R retiring(Retiring state);

    R retired(Retired state);

    R gone(Gone state);
  }

  default <R> R match(Cases<R> cases) {
    return switch (kind()) {
      case TRAINING -> cases.training((Training) this);
      case FAILED -> cases.failed((Failed) this);
      case READY -> cases.ready((Ready) this);
      case SERVING -> cases.serving((Serving) this);
      case RETIRING -> cases.retiring((Retiring) this);
      case RETIRED -> cases.retired((Retired) this);
      case GONE -> cases.gone((Gone) this);
    };
  }

  /** The states that can follow on this one. */
  default Set<StateKind> next() {
    return Set.copyOf(transitions().keySet());
  }

  /**
   * The state of that name, when it can follow on this one.
   *
   * @throws StateRefusedException when it cannot
   * @throws IllegalArgumentException without a reason or a day that the state needs, and for a
   *     moment before this state began
   */
  default ModelState become(StateKind to, StateChange change) {
    Function<StateChange, ModelState> transition = transitions().get(to);
    if (transition == null) {
      throw new StateRefusedException(kind(), to, next());
    }
    if (change.at().isBefore(since())) {
      throw new IllegalArgumentException(
          "the model is %s since %s, later than %s"
              .formatted(kind().label(), since(), change.at()));
    }
    return transition.apply(change);
  }

  /**
   * A model's first state, as it was found.
   *
   * @throws IllegalArgumentException without a reason or a day that the state needs
   */
  static ModelState found(StateKind kind, StateChange change) {
    return switch (kind) {
      case TRAINING -> new Training(change.at());
      case FAILED -> new Failed(change.at(), change.neededReason());
      case READY -> new Ready(change.at());
      case SERVING -> new Serving(change.at());
      case RETIRING -> new Retiring(change.at(), change.neededDay());
      case RETIRED -> new Retired(change.at(), change.neededReason());
      case GONE -> new Gone(change.at(), change.neededReason());
    };
  }
}
