package dev.plumbline.api.secrets;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Moves secrets to the current master key while everything else goes on.
 *
 * <p>What is left to do is what the rows say, and nothing else is remembered: a rotation that was
 * killed at any point goes on with the next call, and a call too many finds nothing to do.
 */
@ApplicationScoped
class Rotation {

  private static final int BATCH = 500;

  /** Rows of one call; a few seconds, so that progress is seen and no connection idles. */
  private static final int MOST = 5_000;

  private final MasterKeys masters;
  private final Instance<SealedRows> tables;
  private final EntityManager entities;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  Rotation(
      MasterKeys masters,
      @Any Instance<SealedRows> tables,
      EntityManager entities,
      Tenancy tenancy,
      AuditTrail trail) {
    this.masters = masters;
    this.tables = tables;
    this.entities = entities;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  /** How many rows were looked at, and with what end. */
  private record Done(int rewrapped, int unreadable) {

    Done and(SealedRows.Batch batch) {
      return new Done(rewrapped + batch.rewrapped(), unreadable + batch.unreadable());
    }

    /** Rows that stay as they are cost no room, or enough of them would block all others. */
    int room() {
      return MOST - rewrapped;
    }
  }

  RotationView state() {
    return view(new Done(0, 0));
  }

  /**
   * Begins another rotation with a new key, unless secrets are left from an earlier one, which then
   * goes on. Those that cannot be opened hold up nothing.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when the keys are not ours to make
   */
  RotationView begin(Caller caller) {
    RotationView unfinished = goOn(caller);
    if (unfinished.rewrapped() > 0) {
      return unfinished;
    }
    renew(caller);
    return goOn(caller);
  }

  @Transactional
  void renew(Caller caller) {
    tenancy.enter(caller.organisation());
    String version = masters.renew();
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("master-key.created", "master-key", version)
            .to(Map.of("version", version, "key", "changed")));
  }

  /** Re-wraps up to 5,000 secrets, of whichever organisations. */
  RotationView goOn(Caller caller) {
    String version = masters.current();
    Done done = new Done(0, 0);
    for (Organisation organisation : organisations()) {
      for (SealedRows table : tables) {
        done = rewrap(organisation, table, version, done);
      }
    }
    RotationView view = view(done);
    note(caller, view);
    return view;
  }

  private static Done rewrap(
      Organisation organisation, SealedRows table, String version, Done before) {
    Done done = before;
    Optional<UUID> last = Optional.empty();
    while (done.room() > 0) {
      SealedRows.Batch batch =
          table.rewrap(organisation, version, last, Math.min(BATCH, done.room()));
      done = done.and(batch);
      last = batch.last();
      if (last.isEmpty()) {
        return done;
      }
    }
    return done;
  }

  /** The trail of the installation's own organisation: its secrets are others', its key is not. */
  @Transactional
  void note(Caller caller, RotationView done) {
    if (done.rewrapped() > 0) {
      tenancy.enter(caller.organisation());
      trail.record(
          caller.organisation(),
          caller.actor(),
          AuditedChange.of("master-key.rotated", "master-key", done.currentVersion())
              .to(
                  Map.of(
                      "rewrapped", done.rewrapped(),
                      "remaining", done.remaining(),
                      "unreadable", done.unreadable())));
    }
  }

  private RotationView view(Done done) {
    Map<String, Long> counts = new TreeMap<>();
    List<String> known = masters.versions();
    known.forEach(version -> counts.put(version, 0L));
    tables.forEach(
        table -> table.byVersion().forEach((name, count) -> counts.merge(name, count, Long::sum)));
    return RotationView.of(masters.source(), known, counts, done.rewrapped(), done.unreadable());
  }

  @Transactional
  List<Organisation> organisations() {
    return entities
        .createNativeQuery("select id from organisation_ids()", UUID.class)
        .getResultList()
        .stream()
        .map(id -> new Organisation((UUID) id))
        .toList();
  }
}
