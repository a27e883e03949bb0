package dev.plumbline.api.syncs;

import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts in PostgreSQL. */
@ApplicationScoped
class AccountRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  AccountRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** By name. */
  @Transactional
  List<AccountEntity> all(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from AccountEntity where organisationId = :organisation order by name",
            AccountEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }

  @Transactional
  Optional<AccountEntity> find(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from AccountEntity where organisationId = :organisation and id = :id",
            AccountEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  void insert(AccountEntity row) {
    entities.persist(row);
    flush();
  }

  void flush() {
    UniqueKeys.check(
        entities::flush,
        Problem.of(ErrorCode.CONFLICT, "there is an account of this name")
            .withRemedy("choose another name")
            .asException());
  }

  /** The database's clock, as rows keep it. */
  Instant now() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
