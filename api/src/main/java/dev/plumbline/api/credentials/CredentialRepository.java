package dev.plumbline.api.credentials;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Credentials in PostgreSQL. Its callers have entered the organisation in a transaction. */
@ApplicationScoped
class CredentialRepository {

  private static final String NO_SUCH_PROJECT = "23503";

  private final EntityManager entities;

  CredentialRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Up to one more than the limit, so that a page knows whether another one follows. */
  List<CredentialEntity> list(Caller caller, String permission, CredentialSlice slice) {
    boolean everywhere = caller.grants().holds(permission, Optional.empty());
    List<UUID> projects =
        caller.grants().inProjects().keySet().stream()
            .filter(project -> caller.grants().holds(permission, Optional.of(project)))
            .toList();
    return entities
        .createQuery(
            """
            from CredentialEntity
            where organisationId = :organisation and name > :after
              and (:everywhere = true or projectId in :projects)
            order by name""",
            CredentialEntity.class)
        .setParameter("organisation", caller.organisation().id())
        .setParameter("after", slice.after())
        .setParameter("everywhere", everywhere)
        .setParameter("projects", projects)
        .setMaxResults(slice.limit() + 1)
        .getResultList();
  }

  Optional<CredentialEntity> find(Organisation organisation, UUID id) {
    return query(organisation, id, LockModeType.NONE);
  }

  /**
   * Locked until the end of the transaction: a rotation that re-wraps the row meanwhile would leave
   * the version of one key beside what another one wraps.
   */
  Optional<CredentialEntity> findForChange(Organisation organisation, UUID id) {
    return query(organisation, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<CredentialEntity> query(Organisation organisation, UUID id, LockModeType lock) {
    return entities
        .createQuery(
            "from CredentialEntity where organisationId = :organisation and id = :id",
            CredentialEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 409 for a name that is taken, 400 for a
   *     project that is not there
   */
  void insert(CredentialEntity row) {
    row.createdAt = now();
    row.changedAt = row.createdAt;
    entities.persist(row);
    flush();
  }

  void flush() {
    try {
      UniqueKeys.check(
          entities::flush,
          Problem.of(ErrorCode.CONFLICT, "there is a credential of this name")
              .withRemedy("choose another name, or replace the secret of that one")
              .asException());
    } catch (ConstraintViolationException e) {
      if (NO_SUCH_PROJECT.equals(e.getSQLState())) {
        throw Input.refused("project", "no such project");
      }
      throw e;
    }
  }

  void delete(CredentialEntity row) {
    entities.remove(row);
  }

  Instant now() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
