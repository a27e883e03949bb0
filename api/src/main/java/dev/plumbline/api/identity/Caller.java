package dev.plumbline.api.identity;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import java.util.Optional;
import java.util.UUID;

/** A signed-in person or a machine with a token, in the one organisation they act for. */
public record Caller(Organisation organisation, Actor actor, Grants grants) {

  public Caller {
    requireNonNull(organisation, "organisation");
    requireNonNull(actor, "actor");
    requireNonNull(grants, "grants");
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 403 without that permission for a thing of
   *     the project, or of the whole organisation when empty
   */
  public void require(String permission, Optional<UUID> project) {
    if (!grants.holds(permission, project)) {
      throw Problem.of(ErrorCode.FORBIDDEN, "this needs the permission " + permission)
          .withRemedy("ask an administrator of your organisation for a role or a token that has it")
          .asException();
    }
  }
}
