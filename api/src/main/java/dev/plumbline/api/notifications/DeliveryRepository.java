package dev.plumbline.api.notifications;

import dev.plumbline.api.organisations.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages and their deliveries. Its callers have entered the organisation in a transaction. */
@ApplicationScoped
class DeliveryRepository {

  /** Longer than any attempt takes. */
  private static final int LEASE_SECONDS = 60;

  private static final int LONGEST_ERROR = 1_000;

  private final EntityManager entities;

  DeliveryRepository(EntityManager entities) {
    this.entities = entities;
  }

  void insert(MessageEntity message) {
    entities.persist(message);
  }

  void insert(DeliveryEntity delivery) {
    entities.persist(delivery);
  }

  /** One revision of an alert is told in one message: a second one breaks the key. */
  void cause(Organisation organisation, UUID alert, int revision, UUID message) {
    entities.flush();
    entities
        .createNativeQuery(
            """
            insert into notification_cause (organisation_id, alert_id, revision, message_id)
            values (:organisation, :alert, :revision, :message)""")
        .setParameter("organisation", organisation.id())
        .setParameter("alert", alert)
        .setParameter("revision", revision)
        .setParameter("message", message)
        .executeUpdate();
  }

  /** Channels that can be spoken to and have something due. */
  List<UUID> channelsWithWork(Organisation organisation, Instant now) {
    return entities
        .createNativeQuery(
            """
            select distinct d.channel_id from notification_delivery d
            join channel c on c.organisation_id = d.organisation_id and c.id = d.channel_id
            where d.organisation_id = :organisation and c.organisation_id = :organisation
              and c.disabled_reason is null and c.removed_at is null
              and (c.slow_until is null or c.slow_until <= :now)
              and ((d.state = 'pending' and d.next_attempt_at <= :now)
                or (d.state = 'sending' and d.lease_until < clock_timestamp()))""",
            UUID.class)
        .setParameter("organisation", organisation.id())
        .setParameter("now", now)
        .getResultList();
  }

  /** Takes the next delivery of a channel; what another worker has just taken is passed over. */
  Optional<Parcel> claim(Organisation organisation, UUID channel, String node, Instant now) {
    List<Object[]> claimed =
        entities
            .createNativeQuery(
                """
                with next as materialized ( -- once: a subquery may be run for each message
                  select n.id from notification_delivery n
                  where n.organisation_id = :organisation and n.channel_id = :channel
                    and ((n.state = 'pending' and n.next_attempt_at <= :now)
                      or (n.state = 'sending' and n.lease_until < clock_timestamp()))
                  order by n.next_attempt_at, n.id limit 1 for update skip locked)
                update notification_delivery d set state = 'sending', attempts = d.attempts + 1,
                  tries = d.tries + 1, node = :node,
                  lease_until = clock_timestamp() + :lease * interval '1 second'
                from next, notification_message m
                where d.organisation_id = :organisation and d.id = next.id
                  and m.organisation_id = :organisation and m.id = d.message_id
                returning d.id, d.message_id, d.recipient, m.payload, d.attempts, d.tries""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("channel", channel)
            .setParameter("node", node)
            .setParameter("lease", LEASE_SECONDS)
            .setParameter("now", now)
            .getResultList();
    return claimed.stream().findFirst().map(row -> parcel(row, channel));
  }

  private static Parcel parcel(Object[] row, UUID channel) {
    return new Parcel(
        (UUID) row[0],
        (UUID) row[1],
        channel,
        (String) row[2],
        (String) row[3],
        ((Number) row[4]).intValue(),
        ((Number) row[5]).intValue());
  }

  /**
   * Writes what came of an attempt, unless another worker has taken the delivery over meanwhile.
   *
   * @param state delivered, pending or dead
   * @param next when to try again; for pending only
   */
  boolean settle(
      Organisation organisation, Parcel parcel, String state, Outcome outcome, Instant next) {
    return entities
            .createNativeQuery(
                """
                update notification_delivery set state = :state, next_attempt_at = :next,
                  lease_until = null, last_status = :status, last_error = cast(:error as text),
                  ended_at = case when :state = 'pending' then null else clock_timestamp() end
                where organisation_id = :organisation and id = :id and state = 'sending'
                  and attempts = :attempts""")
            .setParameter("state", state)
            .setParameter("next", next)
            .setParameter("status", outcome.status())
            .setParameter("error", outcome.error())
            .setParameter("organisation", organisation.id())
            .setParameter("id", parcel.delivery())
            .setParameter("attempts", parcel.attempts())
            .executeUpdate()
        == 1;
  }

  /** Status and words of an attempt; no words for one that succeeded. */
  record Outcome(int status, @Nullable String error) {
    Outcome {
      error =
          error == null || error.length() <= LONGEST_ERROR
              ? error
              : error.substring(0, LONGEST_ERROR);
    }
  }

  void slow(Organisation organisation, UUID channel, Instant until) {
    entities
        .createNativeQuery(
            """
            update channel set slow_until = :until
            where organisation_id = :organisation and id = :channel""")
        .setParameter("until", until)
        .setParameter("organisation", organisation.id())
        .setParameter("channel", channel)
        .executeUpdate();
  }

  void works(Organisation organisation, UUID channel) {
    entities
        .createNativeQuery(
            """
            update channel set failing_since = null, slow_until = null
            where organisation_id = :organisation and id = :channel
              and (failing_since is not null or slow_until is not null)""")
        .setParameter("organisation", organisation.id())
        .setParameter("channel", channel)
        .executeUpdate();
  }

  /** After five days of nothing but failures it is switched off. */
  void fails(Organisation organisation, UUID channel, Instant now) {
    entities
        .createNativeQuery(
            """
            update channel set failing_since = coalesce(failing_since, :now),
              disabled_reason = case when failing_since <= :longAgo
                then 'nothing could be delivered for five days' else disabled_reason end
            where organisation_id = :organisation and id = :channel""")
        .setParameter("now", now)
        .setParameter("longAgo", now.minus(Duration.ofHours(120)))
        .setParameter("organisation", organisation.id())
        .setParameter("channel", channel)
        .executeUpdate();
  }

  void disable(Organisation organisation, UUID channel, String reason) {
    entities
        .createNativeQuery(
            """
            update channel set disabled_reason = :reason
            where organisation_id = :organisation and id = :channel and disabled_reason is null""")
        .setParameter("reason", reason)
        .setParameter("organisation", organisation.id())
        .setParameter("channel", channel)
        .executeUpdate();
  }

  /** Nothing more is sent to a channel that was removed. */
  void cancel(Organisation organisation, UUID channel) {
    entities
        .createNativeQuery(
            """
            update notification_delivery set state = 'cancelled', ended_at = clock_timestamp()
            where organisation_id = :organisation and channel_id = :channel and state = 'pending'""")
        .setParameter("organisation", organisation.id())
        .setParameter("channel", channel)
        .executeUpdate();
  }

  /** The newest first; of one state, or of all when it is empty. */
  List<DeliveryEntity> recent(Organisation organisation, String state, int limit) {
    return entities
        .createQuery(
            """
            from DeliveryEntity where organisationId = :organisation
              and (:state = '' or state = :state)
            order by createdAt desc, id""",
            DeliveryEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("state", state)
        .setMaxResults(limit)
        .getResultList();
  }

  Optional<DeliveryEntity> find(Organisation organisation, UUID id) {
    return entities
        .createQuery(
            "from DeliveryEntity where organisationId = :organisation and id = :id",
            DeliveryEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** A dead one goes on its way again with the id of its message; false for any other. */
  boolean sendAgain(Organisation organisation, UUID id, Instant now) {
    return entities
            .createNativeQuery(
                """
                update notification_delivery set state = 'pending', tries = 0,
                  next_attempt_at = :now, ended_at = null
                where organisation_id = :organisation and id = :id and state = 'dead'""")
            .setParameter("now", now)
            .setParameter("organisation", organisation.id())
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }
}
