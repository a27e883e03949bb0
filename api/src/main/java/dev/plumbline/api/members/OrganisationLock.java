package dev.plumbline.api.members;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Lets changes to the people and projects of one organisation happen one after another, so that a
 * rule about all of them, such as the last administrator, holds against two changes at once. What
 * an organisation computes and stores otherwise does not wait for it.
 */
@ApplicationScoped
class OrganisationLock {

  private final EntityManager entities;
  private final Tenancy tenancy;

  OrganisationLock(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Enters the organisation and waits for changes that are under way. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(Organisation organisation) {
    tenancy.enter(organisation);
    entities
        .createNativeQuery(
            "select id from organisation where id = :organisation for no key update", UUID.class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }
}
