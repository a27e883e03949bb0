package dev.plumbline.api.identity;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The caller of the request that is being answered. */
@ApplicationScoped
public class CurrentCaller {

  /** Attribute of the framework's identity in which a mechanism puts the {@link Caller}. */
  public static final String ATTRIBUTE = "plumbline.caller";

  private final SecurityIdentity identity;

  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * Empty for an anonymous visitor of a page that a setting has opened, and where a request is
   * answered before it has reached a resource, such as at an address that there is not.
   */
  public Optional<Caller> find() {
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 401 for an anonymous visitor
   */
  public Caller get() {
    return find()
        .orElseThrow(
            () -> Problem.of(ErrorCode.UNAUTHORIZED, "sign in, or send a token").asException());
  }

  /**
   * The caller, who has a permission in the whole organisation.
   *
   * @throws dev.plumbline.api.problem.ProblemException 401 for an anonymous visitor, 403 for
   *     whoever has it not, or in some projects only
   */
  public Caller allowed(String permission) {
    Caller asking = get();
    asking.require(permission, Optional.empty());
    return asking;
  }

  public Organisation organisation() {
    return get().organisation();
  }
}
