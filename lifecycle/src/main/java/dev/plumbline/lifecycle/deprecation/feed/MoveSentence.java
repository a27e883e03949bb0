package dev.plumbline.lifecycle.deprecation.feed;

import dev.plumbline.lifecycle.deprecation.moves.DateMove;

/** What happened, after the name of whom it happened to. */
record MoveSentence() implements DateMove.Cases<String> {

  @Override
  public String announced(DateMove.Announced announced) {
    return "announced for " + announced.now().date();
  }

  @Override
  public String firmed(DateMove.Firmed firmed) {
    return firmed.now().date() + " is now committed";
  }

  @Override
  public String later(DateMove.Later later) {
    return "moved later, from %s to %s".formatted(later.before().date(), later.now().date());
  }

  @Override
  public String earlier(DateMove.Earlier earlier) {
    return "moved EARLIER, from %s to %s".formatted(earlier.before().date(), earlier.now().date());
  }

  @Override
  public String withdrawn(DateMove.Withdrawn withdrawn) {
    return withdrawn.before().date() + " was withdrawn";
  }

  @Override
  public String disputed(DateMove.Disputed disputed) {
    return "sources disagree, plan with " + disputed.now().date();
  }

  @Override
  public String settled(DateMove.Settled settled) {
    return "sources agree again on " + settled.now().date();
  }
}
