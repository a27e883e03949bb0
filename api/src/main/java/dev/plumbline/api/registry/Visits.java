package dev.plumbline.api.registry;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who may look and who may write. The registry is of the whole organisation: a role in one project
 * does not open it.
 */
@ApplicationScoped
class Visits {

  private final CurrentCaller caller;

  Visits(CurrentCaller caller) {
    this.caller = caller;
  }

  Organisation reading() {
    return caller.allowed(Permissions.MODELS_READ).organisation();
  }

  Caller writing() {
    return caller.allowed(Permissions.MODELS_WRITE);
  }

  Organisation scanning() {
    return caller.get().organisation();
  }

  /** Whether the pages offer what this reader cannot do anyway. */
  boolean canWrite() {
    return caller
        .find()
        .filter(each -> each.grants().holds(Permissions.MODELS_WRITE, Optional.empty()))
        .isPresent();
  }
}
