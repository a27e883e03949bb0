package dev.plumbline.api.rollbacks;

import dev.plumbline.api.organisations.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Ways back of an organisation, for other features. */
@ApplicationScoped
public class WaysBack {

  private final RollbackList list;

  WaysBack(RollbackList list) {
    this.list = list;
  }

  /**
   * Where one could go back once and no longer can. What was never seen to answer is no way back
   * that was lost, and neither is what ended before a day.
   *
   * @param since last day of service, at least
   */
  public List<RollbackView> lost(Organisation organisation, LocalDate since) {
    return list.views(organisation, list.places(organisation)).stream()
        .filter(view -> view.verifiedAt() != null && !view.possible())
        .filter(view -> view.servableUntil() == null || !view.servableUntil().isBefore(since))
        .toList();
  }
}
