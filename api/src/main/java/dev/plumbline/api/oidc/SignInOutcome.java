package dev.plumbline.api.oidc;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.util.UUID;

/** Whether somebody whom the provider knows may come in here. */
sealed interface SignInOutcome {

  /** What to do in each case. */
  interface Cases<R> {
    R accepted(Accepted accepted);

    R refused(Refused refused);
  }

  <R> R match(Cases<R> cases);

  /** The member that the person is here. */
  record Accepted(Organisation organisation, UUID member) implements SignInOutcome {

    public Accepted {
      requireNonNull(organisation, "organisation");
      requireNonNull(member, "member");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.accepted(this);
    }
  }

  /**
   * @param reason for the person, with whom to ask
   */
  record Refused(String reason) implements SignInOutcome {

    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }
}
