package dev.plumbline.api.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.evidence.MoneyParts;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.OnsetEstimate;
import dev.plumbline.lifecycle.drift.verdict.SignalReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Standings, readings and verdicts in PostgreSQL. */
@ApplicationScoped
class VerdictRepository {

  private static final String VERDICT =
      """
      select id, target_id, watch, epoch, cycle, at, told_at, state, reason, page, attribution, onset_at, moved,
        examples, length(evidence) > 0, money_figures
      from drift_verdict where organisation_id = :organisation""";

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  VerdictRepository(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  @Transactional
  List<Standing> standings(Organisation organisation) {
    tenancy.enter(organisation);
    return statement(
            organisation,
            """
            select target_id, watch, epoch, cycles, state, reason, since from drift_standing
            where organisation_id = :organisation order by target_id, watch""",
            Object[].class)
        .map(
            row ->
                new Standing(
                    (UUID) row[0],
                    Watch.of((String) row[1]),
                    ((Number) row[2]).intValue(),
                    ((Number) row[3]).intValue(),
                    (String) row[4],
                    (String) row[5],
                    (Instant) row[6]))
        .toList();
  }

  private java.util.stream.Stream<Object[]> statement(
      Organisation organisation, String sql, Class<Object[]> type) {
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(sql, type)
            .setParameter("organisation", organisation.id())
            .getResultList();
    return found.stream();
  }

  /** Keeps what is new; whoever judged the same before has kept the same. */
  @Transactional
  void keep(Organisation organisation, Target target, Judged judged, Instant now) {
    tenancy.enterAlone(organisation);
    judged.readings().forEach(each -> keepReadings(organisation, target, judged.watch(), each));
    judged.turns().forEach(turn -> keepTurn(organisation, target, judged.watch(), turn, now));
    entities
        .createNativeQuery(
            """
            insert into drift_standing (organisation_id, target_id, watch, epoch, cycles, state, reason, since)
            values (:organisation, :target, :watch, :epoch, :cycles, :state, :reason, :now)
            on conflict (organisation_id, target_id, watch) do update set epoch = excluded.epoch,
              cycles = excluded.cycles, reason = excluded.reason, state = excluded.state,
              since = case when drift_standing.state = excluded.state and drift_standing.epoch = excluded.epoch
                then drift_standing.since else excluded.since end
            where drift_standing.epoch < excluded.epoch or drift_standing.cycles <= excluded.cycles""")
        .setParameter("organisation", organisation.id())
        .setParameter("target", target.id())
        .setParameter("watch", judged.watch().label())
        .setParameter("epoch", target.epoch())
        .setParameter("cycles", judged.cycles())
        .setParameter("state", judged.state())
        .setParameter("reason", cut(judged.reason()))
        .setParameter("now", now)
        .executeUpdate();
  }

  private void keepReadings(
      Organisation organisation, Target target, Watch watch, DriftVerdict verdict) {
    for (SignalReading reading : verdict.evidence().readings()) {
      if (reading.arm() == Arm.TARGET && Double.isFinite(reading.logStatistic())) {
        place(organisation, target, watch, verdict, INSERT_READING)
            .setParameter("at", verdict.evidence().at())
            .setParameter("signal", reading.signal())
            .setParameter("statistic", reading.logStatistic())
            .setParameter("threshold", reading.logThreshold())
            .setParameter("crossed", reading.crossed())
            .executeUpdate();
      }
    }
  }

  private static final String INSERT_READING =
      """
      insert into drift_reading (organisation_id, target_id, watch, epoch, cycle, at, signal, log_statistic,
        log_threshold, crossed)
      values (:organisation, :target, :watch, :epoch, :cycle, :at, :signal, :statistic, :threshold, :crossed)
      on conflict do nothing""";

  private static final String INSERT_VERDICT =
      """
      insert into drift_verdict (organisation_id, id, target_id, watch, epoch, cycle, at, told_at, state, reason,
        page, attribution, onset_at, moved, examples, evidence, money_figures)
      values (:organisation, :id, :target, :watch, :epoch, :cycle, :at, :told, :state, :reason, :page,
        :attribution, cast(:onset as timestamptz), :moved, :examples, :evidence, :money)
      on conflict (organisation_id, target_id, watch, epoch, cycle) do nothing""";

  private void keepTurn(
      Organisation organisation, Target target, Watch watch, Judged.Turn turn, Instant now) {
    DriftVerdict verdict = turn.verdict();
    List<Map<String, Object>> moved =
        verdict.moved().stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "what", each.what(), "before", each.before(), "since", each.since()))
            .toList();
    place(organisation, target, watch, verdict, INSERT_VERDICT)
        .setParameter("id", UUID.randomUUID())
        .setParameter("at", verdict.evidence().at())
        .setParameter("told", now)
        .setParameter("state", verdict.state().label())
        .setParameter("reason", cut(verdict.reason()))
        .setParameter("page", verdict.page())
        .setParameter("attribution", verdict.attribution().sentence())
        .setParameter(
            "onset", verdict.onset().map(OnsetEstimate::at).map(Instant::toString).orElse(null))
        .setParameter("moved", text(moved))
        .setParameter("examples", text(turn.examples()))
        .setParameter("money", turn.money().map(MoneyParts::text).orElse(null))
        .setParameter("evidence", turn.evidence().orElse(new byte[0]))
        .executeUpdate();
  }

  private Query place(
      Organisation organisation, Target target, Watch watch, DriftVerdict verdict, String sql) {
    return entities
        .createNativeQuery(sql)
        .setParameter("organisation", organisation.id())
        .setParameter("target", target.id())
        .setParameter("watch", watch.label())
        .setParameter("epoch", target.epoch())
        .setParameter("cycle", Math.toIntExact(verdict.evidence().cycle()));
  }

  /** Of one target, the newest first. */
  @Transactional
  List<VerdictRow> verdicts(Organisation organisation, UUID target, int limit) {
    tenancy.enter(organisation);
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                VERDICT + " and target_id = :target order by at desc, watch", Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("target", target)
            .setMaxResults(limit)
            .getResultList();
    return found.stream().map(VerdictRepository::row).toList();
  }

  @Transactional
  Optional<VerdictRow> find(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(VERDICT + " and id = :id", Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("id", id)
            .getResultList();
    return found.stream().map(VerdictRepository::row).findFirst();
  }

  private static VerdictRow row(Object[] row) {
    return new VerdictRow(
        (UUID) row[0],
        (UUID) row[1],
        Watch.of((String) row[2]),
        ((Number) row[3]).intValue(),
        ((Number) row[4]).intValue(),
        (Instant) row[5],
        (Instant) row[6],
        (String) row[7],
        (String) row[8],
        (Boolean) row[9],
        (String) row[10],
        Optional.ofNullable((Instant) row[11]),
        (String) row[12],
        (String) row[13],
        Optional.ofNullable((String) row[15]).map(MoneyParts::read),
        (Boolean) row[14]);
  }

  @Transactional
  Optional<byte[]> evidence(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    @SuppressWarnings("unchecked")
    List<byte[]> found =
        entities
            .createNativeQuery(
                """
                select evidence from drift_verdict
                where organisation_id = :organisation and id = :id and length(evidence) > 0""",
                byte[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("id", id)
            .getResultList();
    return found.stream().findFirst();
  }

  /** A point of a stream: cycle's time, evidence and what it had to reach, as logarithms to 10. */
  record Point(Instant at, Watch watch, String signal, double evidence, double threshold) {}

  /** Of the running epoch, the oldest first. */
  @Transactional
  List<Point> points(Organisation organisation, Target target, Instant from) {
    tenancy.enter(organisation);
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                """
                select at, watch, signal, log_statistic, log_threshold from drift_reading
                where organisation_id = :organisation and target_id = :target and epoch = :epoch and at >= :from
                order by at, signal""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("target", target.id())
            .setParameter("epoch", target.epoch())
            .setParameter("from", from)
            .getResultList();
    double ten = Math.log(10);
    return found.stream()
        .map(
            row ->
                new Point(
                    (Instant) row[0],
                    Watch.of((String) row[1]),
                    (String) row[2],
                    ((Number) row[3]).doubleValue() / ten,
                    ((Number) row[4]).doubleValue() / ten))
        .toList();
  }

  private static String cut(String text) {
    return text.length() <= 2_000 ? text : text.substring(0, 2_000);
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("views can be written", e);
    }
  }
}
