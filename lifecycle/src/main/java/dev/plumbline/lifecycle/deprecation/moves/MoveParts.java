package dev.plumbline.lifecycle.deprecation.moves;

import dev.plumbline.lifecycle.deprecation.moves.DateMove.Announced;
import dev.plumbline.lifecycle.deprecation.moves.DateMove.Cases;
import dev.plumbline.lifecycle.deprecation.moves.DateMove.Disputed;
import dev.plumbline.lifecycle.deprecation.moves.DateMove.Earlier;
import dev.plumbline.lifecycle.deprecation.moves.DateMove.Firmed;
import dev.plumbline.lifecycle.deprecation.moves.DateMove.Later;
import dev.plumbline.lifecycle.deprecation.moves.DateMove.Settled;
import dev.plumbline.lifecycle.deprecation.moves.DateMove.Withdrawn;
import java.util.Optional;
import java.util.function.Function;

/** The same question to each kind of move. */
record MoveParts<R>(
    Function<Announced, R> ofAnnounced,
    Function<Firmed, R> ofFirmed,
    Function<Later, R> ofLater,
    Function<Earlier, R> ofEarlier,
    Function<Withdrawn, R> ofWithdrawn,
    Function<Disputed, R> ofDisputed,
    Function<Settled, R> ofSettled)
    implements Cases<R> {

  /** An announcement with less notice than this is critical. */
  private static final long SHORT_NOTICE_DAYS = 60;

  /** A move to a later day is news when everybody had prepared for the old one. */
  private static final long AT_THE_DOOR_DAYS = 14;

  static final Cases<Optional<PlannedEnd>> BEFORE =
      new MoveParts<>(
          announced -> Optional.empty(),
          firmed -> Optional.of(firmed.before()),
          later -> Optional.of(later.before()),
          earlier -> Optional.of(earlier.before()),
          withdrawn -> Optional.of(withdrawn.before()),
          disputed -> Optional.empty(),
          settled -> Optional.empty());

  static final Cases<Optional<PlannedEnd>> NOW =
      new MoveParts<>(
          announced -> Optional.of(announced.now()),
          firmed -> Optional.of(firmed.now()),
          later -> Optional.of(later.now()),
          earlier -> Optional.of(earlier.now()),
          withdrawn -> Optional.empty(),
          disputed -> Optional.of(disputed.now()),
          settled -> Optional.of(settled.now()));

  static final Cases<String> LABEL =
      new MoveParts<>(
          announced -> "announced",
          firmed -> "firmed",
          later -> "moved_later",
          earlier -> "moved_earlier",
          withdrawn -> "withdrawn",
          disputed -> "disputed",
          settled -> "settled");

  static final Cases<Boolean> MOVES_THE_DAY =
      new MoveParts<>(
          announced -> true,
          firmed -> false,
          later -> true,
          earlier -> true,
          withdrawn -> true,
          disputed -> false,
          settled -> false);

  static final Cases<Urgency> URGENCY =
      new MoveParts<>(
          announced ->
              announced.noticeDays(announced.now().date()) < SHORT_NOTICE_DAYS
                  ? Urgency.CRITICAL
                  : Urgency.WARNING,
          firmed -> Urgency.WARNING,
          later ->
              later.noticeDays(later.before().date()) < AT_THE_DOOR_DAYS
                  ? Urgency.WARNING
                  : Urgency.INFORMATION,
          earlier -> Urgency.CRITICAL,
          withdrawn -> Urgency.INFORMATION,
          disputed -> Urgency.WARNING,
          settled -> Urgency.INFORMATION);

  @Override
  public R announced(Announced announced) {
    return ofAnnounced.apply(announced);
  }

  @Override
  public R firmed(Firmed firmed) {
    return ofFirmed.apply(firmed);
  }

  @Override
  public R later(Later later) {
    return ofLater.apply(later);
  }

  @Override
  public R earlier(Earlier earlier) {
    return ofEarlier.apply(earlier);
  }

  @Override
  public R withdrawn(Withdrawn withdrawn) {
    return ofWithdrawn.apply(withdrawn);
  }

  @Override
  public R disputed(Disputed disputed) {
    return ofDisputed.apply(disputed);
  }

  @Override
  public R settled(Settled settled) {
    return ofSettled.apply(settled);
  }
}
