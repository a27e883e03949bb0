package dev.plumbline.api.changes;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.lifecycle.change.Person;

/** Who stands behind a caller. */
public final class People {

  private People() {}

  /**
   * The signed-in person. A token is refused: whoever made it could approve what they asked for
   * themselves.
   */
  public static Person person(Caller caller) {
    if (caller.actor().kind() != Actor.Kind.MEMBER) {
      throw Problem.of(ErrorCode.FORBIDDEN, "this takes a signed-in person, not a token")
          .withRemedy("sign in and do it there: one person asks, another one approves")
          .asException();
    }
    return named(caller);
  }

  /** Whoever it is, for what one may also do by a token. */
  public static Person named(Caller caller) {
    return new Person(caller.actor().id(), caller.actor().name());
  }
}
