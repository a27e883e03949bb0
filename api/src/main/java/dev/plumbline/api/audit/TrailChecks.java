package dev.plumbline.api.audit;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** Checks on request. A check reads the whole trail, so few run at the same time. */
@ApplicationScoped
class TrailChecks {

  private static final int AT_ONCE = 2;

  private final Trails trails;
  private final Semaphore free = new Semaphore(AT_ONCE);

  TrailChecks(Trails trails) {
    this.trails = trails;
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 503 while others are at it
   */
  TrailReport check(Organisation organisation) {
    if (!free.tryAcquire()) {
      throw Problem.of(ErrorCode.UNAVAILABLE, "other checks of audit trails are running")
          .withRemedy("try again in a few seconds")
          .asException();
    }
    try {
      return trails.check(organisation);
    } finally {
      free.release();
    }
  }
}
