package dev.plumbline.api.notifications;

import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Channels in PostgreSQL. Its callers have entered the organisation in a transaction. */
@ApplicationScoped
class ChannelRepository {

  private final EntityManager entities;

  ChannelRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** By name; without those that were removed. */
  List<ChannelEntity> all(Organisation organisation) {
    return entities
        .createQuery(
            """
            from ChannelEntity where organisationId = :organisation and removedAt is null
            order by name""",
            ChannelEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }

  Optional<ChannelEntity> find(Organisation organisation, UUID id) {
    return query(organisation, id, LockModeType.NONE);
  }

  Optional<ChannelEntity> findForChange(Organisation organisation, UUID id) {
    return query(organisation, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<ChannelEntity> query(Organisation organisation, UUID id, LockModeType lock) {
    return entities
        .createQuery(
            """
            from ChannelEntity
            where organisationId = :organisation and id = :id and removedAt is null""",
            ChannelEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  void insert(ChannelEntity row) {
    entities.persist(row);
    flush();
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 409 for a name that is taken
   */
  void flush() {
    UniqueKeys.check(
        entities::flush,
        Problem.of(ErrorCode.CONFLICT, "there is a channel of this name")
            .withRemedy("choose another name")
            .asException());
  }
}
