package dev.plumbline.api.rollbacks;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.models.Evidence;
import dev.plumbline.api.models.EvidenceKind;
import dev.plumbline.api.models.NewEvidence;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.syncs.ServableCalls.Seen;
import dev.plumbline.api.syncs.ServableCalls.Verdict;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes down what a look found; that a model answered is evidence, as if somebody had said so. */
@ApplicationScoped
class LookBook {

  private final LookRepository looks;
  private final Evidence evidence;
  private final Tenancy tenancy;

  LookBook(LookRepository looks, Evidence evidence, Tenancy tenancy) {
    this.looks = looks;
    this.evidence = evidence;
    this.tenancy = tenancy;
  }

  @Transactional
  void keep(HeldWindow held, ModelKey model, Seen seen) {
    Organisation organisation = held.window().organisation();
    tenancy.enterAlone(organisation);
    held.confirm();
    looks.keep(organisation, model, seen);
    if (seen.verdict() == Verdict.ANSWERED) {
      evidence.add(
          organisation,
          Actor.SYSTEM,
          new NewEvidence(
              model,
              EvidenceKind.SERVABLE,
              seen.at(),
              "called by the job rollback-verification, " + seen.words()));
    }
  }
}
