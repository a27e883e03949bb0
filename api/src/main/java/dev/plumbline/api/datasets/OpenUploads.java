package dev.plumbline.api.datasets;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts the uploads of each organisation that lie on our disk, so that one organisation leaves
 * room for the others.
 */
@ApplicationScoped
class OpenUploads {

  private final Map<Organisation, Integer> counts = new HashMap<>();
  private final int most;

  OpenUploads(DatasetsConfig config) {
    this.most = config.uploadsPerOrganisation();
  }

  /** One upload's place. Leaving it twice is leaving it once. */
  interface Place {
    void leave();
  }

  /**
   * Takes a place for an upload, before its bytes are taken.
   *
   * @throws dev.plumbline.api.problem.ProblemException 429 when the organisation has used all of
   *     its places
   */
  Place enter(Organisation organisation) {
    synchronized (counts) {
      int open = counts.getOrDefault(organisation, 0);
      if (open >= most) {
        throw Problem.of(
                ErrorCode.TOO_MANY_REQUESTS,
                "%d files of your organisation are uploaded or wait to be read.".formatted(open))
            .withRemedy("send the file again when one of them is read")
            .asException();
      }
      counts.put(organisation, open + 1);
    }
    AtomicBoolean left = new AtomicBoolean();
    return () -> {
      if (!left.getAndSet(true)) {
        leave(organisation);
      }
    };
  }

  private void leave(Organisation organisation) {
    synchronized (counts) {
      counts.computeIfPresent(organisation, (key, open) -> open == 1 ? null : open - 1);
    }
  }
}
