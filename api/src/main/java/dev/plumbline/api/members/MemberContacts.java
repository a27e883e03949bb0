package dev.plumbline.api.members;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where members are reached by mail. */
@ApplicationScoped
public class MemberContacts {

  private final EntityManager entities;
  private final Tenancy tenancy;

  MemberContacts(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Of that member; empty for a token, and for Plumbline itself. */
  @Transactional
  public Optional<String> find(Organisation organisation, Actor actor) {
    if (actor.kind() != Actor.Kind.MEMBER) {
      return Optional.empty();
    }
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            select email from MemberEntity
            where organisationId = :organisation and id = :id and disabledAt is null""",
            String.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", UUID.fromString(actor.id()))
        .getResultStream()
        .findFirst();
  }

  /**
   * Of whoever is typed so: an address itself, else the one enabled member of that name. Empty for
   * a name that nobody or more than one has.
   */
  @Transactional
  public Optional<String> named(Organisation organisation, String typed) {
    if (EmailAddress.isSound(typed)) {
      return Optional.of(typed);
    }
    tenancy.enter(organisation);
    List<String> found =
        entities
            .createQuery(
                """
                select email from MemberEntity
                where organisationId = :organisation and lower(name) = lower(:name)
                and disabledAt is null""",
                String.class)
            .setParameter("organisation", organisation.id())
            .setParameter("name", typed)
            .setMaxResults(2)
            .getResultList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * Of the enabled members whose role holds a permission everywhere, with their ids. At most ten.
   */
  @Transactional
  public Map<UUID, String> holding(Organisation organisation, String permission) {
    tenancy.enter(organisation);
    Map<UUID, String> found = new LinkedHashMap<>();
    entities
        .createQuery(
            """
            select id, email from MemberEntity
            where organisationId = :organisation and role in (:roles) and disabledAt is null
            order by email""",
            Object[].class)
        .setParameter("organisation", organisation.id())
        .setParameter(
            "roles",
            Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(permission))
                .map(Role::label)
                .toList())
        .setMaxResults(10)
        .getResultStream()
        .forEach(row -> found.put((UUID) row[0], (String) row[1]));
    return found;
  }

  /** Of the enabled administrators: whom to ask when nobody else answers. At most ten. */
  @Transactional
  public List<String> administrators(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            select email from MemberEntity
            where organisationId = :organisation and role = 'admin' and disabledAt is null
            order by email""",
            String.class)
        .setParameter("organisation", organisation.id())
        .setMaxResults(10)
        .getResultList();
  }
}
