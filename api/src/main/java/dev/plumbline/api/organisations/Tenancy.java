package dev.plumbline.api.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Tells PostgreSQL for which organisation the current transaction works. Without it a transaction
 * sees no row of any organisation; with it only that one's. The setting ends with the transaction.
 */
@ApplicationScoped
public class Tenancy {

  private final EntityManager entities;

  Tenancy(EntityManager entities) {
    this.entities = entities;
  }

  /** The first statement of every method of a repository that takes an organisation. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void enter(Organisation organisation) {
    entities
        .createNativeQuery(
            "select set_config('plumbline.organisation', :organisation, true)", String.class)
        .setParameter("organisation", organisation.id().toString())
        .getSingleResult();
  }

  /**
   * Enters, and waits until others have finished what they began with this method: so a rule about
   * all rows of an organisation holds against two changes at once.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void enterAlone(Organisation organisation) {
    enter(organisation);
    entities
        .createNativeQuery(
            "select id from organisation where id = :organisation for no key update", UUID.class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }
}
