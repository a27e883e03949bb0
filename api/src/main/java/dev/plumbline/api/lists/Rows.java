package dev.plumbline.api.lists;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What every table of customers is asked in the same words. Each question enters the organisation
 * and names it as well, so it needs a transaction of its caller.
 *
 * @param <E> entity with {@code organisationId} and {@code id}
 */
public final class Rows<E> {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Class<E> type;
  private final String order;
  private final Function<E, String> key;

  /**
   * @param order the attribute by which lists are sorted, unique in an organisation
   * @param key its value
   */
  public Rows(
      EntityManager entities,
      Tenancy tenancy,
      Class<E> type,
      String order,
      Function<E, String> key) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.type = type;
    this.order = order;
    this.key = key;
  }

  public Listed<E> list(Organisation organisation, Slice slice) {
    return cut(ask(organisation, "and %1$s > :after order by %1$s".formatted(order)), slice);
  }

  /** Only those of the ids, for a caller who sees no others. */
  public Listed<E> list(Organisation organisation, Collection<UUID> ids, Slice slice) {
    String those = "and id in (:ids) and %1$s > :after order by %1$s".formatted(order);
    return cut(ask(organisation, those).setParameter("ids", ids), slice);
  }

  private Listed<E> cut(TypedQuery<E> question, Slice slice) {
    List<E> found =
        question.setParameter("after", slice.from()).setMaxResults(slice.read()).getResultList();
    return slice.cut(found, key);
  }

  public Optional<E> find(Organisation organisation, UUID id) {
    return ask(organisation, "and id = :id").setParameter("id", id).getResultStream().findFirst();
  }

  public long count(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "select count(*) from %s where organisationId = :organisation".formatted(name()),
            Long.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }

  private TypedQuery<E> ask(Organisation organisation, String more) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from %s where organisationId = :organisation %s".formatted(name(), more), type)
        .setParameter("organisation", organisation.id());
  }

  private String name() {
    return type.getSimpleName();
  }
}
