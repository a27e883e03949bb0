package dev.plumbline.api.probes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.costs.CallCosts.CallCost;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.impact.PromptTokens;
import dev.plumbline.lifecycle.probe.ProbeReply;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Runs, intents and observations in PostgreSQL. */
@ApplicationScoped
public class ProbeRuns {

  /** Longer than any call may take with all its attempts. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<TreeMap<String, Double>> LOGPROBS = new TypeReference<>() {};

  private static final TypeReference<TreeMap<String, String>> CONFIGURATION =
      new TypeReference<>() {};

  private static final String RUN =
      """
      select run.id, run.target_id, run.work, run.purpose, run.slot, run.due_at, run.suite_id, run.prompts,
        run.times, run.calls, run.at_most, run.finished_at, run.outcome, run.detail, target.currency,
        run.configuration
      from probe_run run join drift_target target
        on target.organisation_id = run.organisation_id and target.id = run.target_id
      where run.organisation_id = :organisation and run.target_id = :target""";

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  ProbeRuns(EntityManager entities, Tenancy tenancy, ObjectMapper json) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.json = json;
  }

  /** Makes a run unless there is one for its slot. */
  @Transactional
  public boolean add(Organisation organisation, ProbeRun run) {
    tenancy.enter(organisation);
    Query insert =
        statement(
            organisation,
            """
            insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, suite_id, prompts,
              times, calls, at_most, configuration, finished_at, outcome, detail)
            values (:organisation, :id, :target, :work, :purpose, :slot, :due, cast(:suite as uuid), :prompts,
              :times, :calls, :atMost, :configuration, cast(:finished as timestamptz), cast(:outcome as text),
              cast(:detail as text))
            on conflict (organisation_id, target_id, work, purpose, slot) do nothing""");
    Optional<ProbeRun.Finished> end = run.finished();
    return insert
            .setParameter("id", run.id())
            .setParameter("target", run.target())
            .setParameter("work", run.work().label())
            .setParameter("purpose", run.purpose().label())
            .setParameter("slot", run.slot())
            .setParameter("due", run.dueAt())
            .setParameter("suite", run.suite().map(UUID::toString).orElse(null))
            .setParameter("prompts", text(run.prompts()))
            .setParameter("times", run.times())
            .setParameter("calls", run.calls())
            .setParameter("atMost", run.atMost().toPlainString())
            .setParameter("configuration", text(run.configuration()))
            .setParameter("finished", end.map(each -> each.at().toString()).orElse(null))
            .setParameter("outcome", end.map(each -> each.outcome().label()).orElse(null))
            .setParameter("detail", end.map(ProbeRun.Finished::detail).orElse(null))
            .executeUpdate()
        > 0;
  }

  /** Runs since a moment, in the order in which they were due: none comes before one that ended. */
  @Transactional
  public List<ProbeRun> since(Organisation organisation, UUID target, Instant from) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(
            RUN + " and run.slot >= :from order by run.due_at, run.work", Object[].class)
        .setParameter("organisation", organisation.id())
        .setParameter("target", target)
        .setParameter("from", from)
        .getResultStream()
        .map(row -> run((Object[]) row))
        .toList();
  }

  /** The newest first. */
  @Transactional
  public List<ProbeRun> newest(Organisation organisation, UUID target, int limit) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(RUN + " order by run.slot desc, run.work", Object[].class)
        .setParameter("organisation", organisation.id())
        .setParameter("target", target)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> run((Object[]) row))
        .toList();
  }

  private ProbeRun run(Object[] row) {
    Optional<ProbeRun.Finished> finished =
        Optional.ofNullable((Instant) row[11])
            .map(
                at ->
                    new ProbeRun.Finished(
                        at,
                        ProbeRun.Outcome.of((String) row[12]),
                        row[13] == null ? "" : (String) row[13]));
    return new ProbeRun(
        (UUID) row[0],
        (UUID) row[1],
        Work.find((String) row[2]).orElseThrow(),
        ProbeRun.Purpose.of((String) row[3]),
        (Instant) row[4],
        (Instant) row[5],
        Optional.ofNullable((UUID) row[6]),
        read((String) row[7], TEXTS),
        ((Number) row[8]).intValue(),
        ((Number) row[9]).intValue(),
        Money.of(Currency.getInstance((String) row[14]), (String) row[10]),
        read((String) row[15], CONFIGURATION),
        finished);
  }

  /** Takes a run that is open and that nobody holds. */
  @Transactional
  boolean claim(Organisation organisation, UUID run, UUID holder, Instant now) {
    tenancy.enter(organisation);
    return statement(
                organisation,
                """
                update probe_run set holder = :holder, lease_until = :until
                where organisation_id = :organisation and id = :run and finished_at is null
                  and (holder is null or lease_until < :now)""")
            .setParameter("run", run)
            .setParameter("holder", holder)
            .setParameter("until", now.plus(LEASE))
            .setParameter("now", now)
            .executeUpdate()
        > 0;
  }

  /**
   * Writes down that a call is about to be made; false when the run is somebody else's by now or
   * the call was begun before.
   */
  @Transactional
  boolean intend(Organisation organisation, UUID run, UUID holder, int number, Instant now) {
    tenancy.enter(organisation);
    boolean mine =
        statement(
                    organisation,
                    """
                    update probe_run set lease_until = :until
                    where organisation_id = :organisation and id = :run and holder = :holder""")
                .setParameter("run", run)
                .setParameter("holder", holder)
                .setParameter("until", now.plus(LEASE))
                .executeUpdate()
            > 0;
    return mine
        && statement(
                    organisation,
                    """
                    insert into probe_intent (organisation_id, run_id, number, at)
                    values (:organisation, :run, :number, :now) on conflict do nothing""")
                .setParameter("run", run)
                .setParameter("number", number)
                .setParameter("now", now)
                .executeUpdate()
            > 0;
  }

  /** Numbers of the calls that were begun. */
  @Transactional
  Set<Integer> begun(Organisation organisation, UUID run) {
    return numbers(organisation, run, "probe_intent");
  }

  /** Numbers of the calls whose end is known. */
  @Transactional
  Set<Integer> ended(Organisation organisation, UUID run) {
    return numbers(organisation, run, "probe_observation");
  }

  private Set<Integer> numbers(Organisation organisation, UUID run, String table) {
    tenancy.enter(organisation);
    return new HashSet<>(
        entities
            .createNativeQuery(
                "select number from %s where organisation_id = :organisation and run_id = :run"
                    .formatted(table),
                Integer.class)
            .setParameter("organisation", organisation.id())
            .setParameter("run", run)
            .getResultList());
  }

  @Transactional
  void observe(Organisation organisation, Target target, UUID run, Result result) {
    tenancy.enter(organisation);
    Optional<ProbeReply.Answered> answered = result.answered();
    Optional<ProbeReply.Tokens> tokens = answered.flatMap(ProbeReply.Answered::tokens);
    Optional<CallCost> cost = result.cost();
    statement(
            organisation,
            """
            insert into probe_observation (organisation_id, run_id, number, target_id, arm, probe, family, at,
              outcome, checked, maybe_paid, reason, answer, answer_hash, answer_length, first_token, logprobs,
              model, fingerprint, latency_ms, attempts, input_tokens, cached_tokens, output_tokens, cost,
              currency, price_rows, unpriced)
            values (:organisation, :run, :number, :target, :arm, :probe, :family, :at, :outcome,
              cast(:checked as text), :maybePaid, cast(:reason as text), cast(:answer as text),
              cast(:hash as text), cast(:length as integer), cast(:first as text), cast(:logprobs as text),
              cast(:model as text), cast(:fingerprint as text), cast(:latency as integer),
              cast(:attempts as integer), cast(:input as bigint), cast(:cached as bigint),
              cast(:output as bigint), cast(:cost as text), cast(:currency as text), cast(:rows as text),
              cast(:unpriced as text))
            on conflict do nothing""")
        .setParameter("run", run)
        .setParameter("number", result.call().number())
        .setParameter("target", target.id())
        .setParameter("arm", result.call().arm().arm().name())
        .setParameter("probe", result.call().probe().id())
        .setParameter("family", result.call().probe().family())
        .setParameter("at", result.at())
        .setParameter("outcome", result.outcome())
        .setParameter(
            "checked",
            result.checked().map(each -> each.kind().name().toLowerCase(Locale.ROOT)).orElse(null))
        .setParameter("maybePaid", result.maybePaid())
        .setParameter("reason", result.reason().map(why -> cut(why, 1_000)).orElse(null))
        .setParameter("answer", target.keepText() ? result.answerJson().orElse(null) : null)
        .setParameter("hash", result.answerHash().orElse(null))
        .setParameter("length", answered.map(each -> each.answer().text().length()).orElse(null))
        .setParameter("first", answered.map(ProbeReply.Answered::firstToken).orElse(null))
        .setParameter("logprobs", answered.flatMap(this::logprobs).orElse(null))
        .setParameter("model", answered.flatMap(each -> each.serving().model()).orElse(null))
        .setParameter(
            "fingerprint", answered.flatMap(each -> each.serving().fingerprint()).orElse(null))
        .setParameter("latency", answered.map(each -> (int) result.millis()).orElse(null))
        .setParameter("attempts", answered.map(each -> each.serving().attempts()).orElse(null))
        .setParameter("input", tokens.map(ProbeReply.Tokens::input).orElse(null))
        .setParameter("cached", tokens.map(ProbeReply.Tokens::cachedInput).orElse(null))
        .setParameter("output", tokens.map(ProbeReply.Tokens::output).orElse(null))
        .setParameter("cost", cost.flatMap(CallCost::amount).map(Money::toPlainString).orElse(null))
        .setParameter(
            "currency",
            cost.flatMap(CallCost::amount)
                .map(amount -> amount.currency().getCurrencyCode())
                .orElse(null))
        .setParameter("rows", cost.map(each -> String.join(" ", each.priceRows())).orElse(null))
        .setParameter(
            "unpriced",
            cost.filter(each -> each.amount().isEmpty())
                .map(each -> cut(each.why(), 1_000))
                .orElse(null))
        .executeUpdate();
  }

  private Optional<String> logprobs(ProbeReply.Answered answered) {
    Map<String, Double> logprobs = new TreeMap<>();
    answered.logprobs().forEach(each -> logprobs.put(each.token(), each.logprob()));
    return logprobs.isEmpty() ? Optional.empty() : Optional.of(text(logprobs));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** How the calls of each arm ended, with how many. */
  @Transactional
  List<ArmOutcome> outcomes(Organisation organisation, UUID run) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(
            """
            select arm, outcome, cast(count(*) as integer), max(reason) from probe_observation
            where organisation_id = :organisation and run_id = :run group by arm, outcome""",
            Object[].class)
        .setParameter("organisation", organisation.id())
        .setParameter("run", run)
        .getResultStream()
        .map(row -> armOutcome((Object[]) row))
        .toList();
  }

  private static ArmOutcome armOutcome(Object[] row) {
    return new ArmOutcome(
        (String) row[0],
        (String) row[1],
        ((Number) row[2]).intValue(),
        row[3] == null ? "" : (String) row[3]);
  }

  /** Calls of one arm that ended in one way. */
  record ArmOutcome(String arm, String outcome, int calls, String reason) {}

  @Transactional
  void finish(Organisation organisation, UUID run, UUID holder, ProbeRun.Finished end) {
    tenancy.enter(organisation);
    statement(
            organisation,
            """
            update probe_run set finished_at = :at, outcome = :outcome, detail = :detail
            where organisation_id = :organisation and id = :run and holder = :holder
              and finished_at is null""")
        .setParameter("run", run)
        .setParameter("holder", holder)
        .setParameter("at", end.at())
        .setParameter("outcome", end.outcome().label())
        .setParameter("detail", cut(end.detail(), 1_000))
        .executeUpdate();
  }

  /** Lets go of a run that is not at its end. */
  @Transactional
  void release(Organisation organisation, UUID run, UUID holder) {
    tenancy.enter(organisation);
    statement(
            organisation,
            """
            update probe_run set holder = null, lease_until = null
            where organisation_id = :organisation and id = :run and holder = :holder""")
        .setParameter("run", run)
        .setParameter("holder", holder)
        .executeUpdate();
  }

  /**
   * What was spent since a moment: known costs, and what calls with an unknown end cost at most.
   */
  @Transactional
  public Money spent(Organisation organisation, Target target, Instant from) {
    return spent(organisation, target, from, Set.of(ProbeRun.Purpose.values()));
  }

  /** The same of runs of those purposes. */
  @Transactional
  Money spent(
      Organisation organisation, Target target, Instant from, Set<ProbeRun.Purpose> purposes) {
    tenancy.enter(organisation);
    Object sum =
        entities
            .createNativeQuery(
                """
                select coalesce(sum(case when seen.cost is not null then seen.cost::numeric
                    when seen.maybe_paid then run.at_most::numeric / greatest(run.calls, 1) else 0 end), 0)
                from probe_observation seen join probe_run run
                  on run.organisation_id = seen.organisation_id and run.id = seen.run_id
                where seen.organisation_id = :organisation and seen.target_id = :target and seen.at >= :from
                  and run.purpose in (:purposes)""",
                BigDecimal.class)
            .setParameter("organisation", organisation.id())
            .setParameter("purposes", purposes.stream().map(ProbeRun.Purpose::label).toList())
            .setParameter("target", target.id())
            .setParameter("from", from)
            .getSingleResult();
    return new Money(target.budget().perMonth().currency(), (BigDecimal) sum);
  }

  /** What runs of those purposes that are open may still cost. */
  @Transactional
  Money promised(Organisation organisation, Target target, Set<ProbeRun.Purpose> purposes) {
    tenancy.enter(organisation);
    Object sum =
        statement(
                organisation,
                """
                select coalesce(sum(at_most::numeric), 0) from probe_run
                where organisation_id = :organisation and target_id = :target and finished_at is null
                  and purpose in (:purposes)""")
            .setParameter("target", target.id())
            .setParameter("purposes", purposes.stream().map(ProbeRun.Purpose::label).toList())
            .getSingleResult();
    return new Money(target.budget().perMonth().currency(), (BigDecimal) sum);
  }

  /** Observations of runs that have ended and stand for a time since then, in their order. */
  @Transactional
  public List<Observed> observations(
      Organisation organisation, UUID target, Set<Work> works, Instant from) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(
            """
            select seen.run_id, run.work, run.purpose, run.slot, seen.number, seen.arm, seen.probe, seen.family,
              seen.at, seen.outcome, seen.checked, seen.reason, seen.answer, seen.answer_length,
              seen.first_token, seen.logprobs, seen.model, seen.fingerprint, seen.latency_ms, seen.cost
            from probe_observation seen join probe_run run
              on run.organisation_id = seen.organisation_id and run.id = seen.run_id
            where seen.organisation_id = :organisation and seen.target_id = :target and run.slot >= :from
              and run.work in (:works) and run.purpose <> 'search' and run.finished_at is not null
            order by run.slot, run.work, run.purpose, seen.number""",
            Object[].class)
        .setParameter("organisation", organisation.id())
        .setParameter("target", target)
        .setParameter("from", from)
        .setParameter("works", works.stream().map(Work::label).toList())
        .getResultStream()
        .map(row -> observed((Object[]) row))
        .toList();
  }

  /**
   * What {@link #observations} rests on: as long as it is equal, the observations are.
   *
   * @param finished runs that have ended; none ends twice, and none is asked after its end
   */
  public record Extent(Instant from, long finished) {}

  /** How far the observations reach, without reading them. */
  @Transactional
  public Extent extent(Organisation organisation, UUID target, Set<Work> works, Instant from) {
    tenancy.enter(organisation);
    Long finished =
        (Long)
            entities
                .createNativeQuery(
                    """
                    select count(*) from probe_run
                    where organisation_id = :organisation and target_id = :target and slot >= :from
                      and work in (:works) and purpose <> 'search' and finished_at is not null""",
                    Long.class)
                .setParameter("organisation", organisation.id())
                .setParameter("target", target)
                .setParameter("from", from)
                .setParameter("works", works.stream().map(Work::label).toList())
                .getSingleResult();
    return new Extent(from, finished);
  }

  private Observed observed(Object[] row) {
    return new Observed(
        (UUID) row[0],
        Work.find((String) row[1]).orElseThrow(),
        ProbeRun.Purpose.of((String) row[2]),
        (Instant) row[3],
        ((Number) row[4]).intValue(),
        (String) row[5],
        (String) row[6],
        (String) row[7],
        (Instant) row[8],
        row[9].equals("answered"),
        Optional.ofNullable((String) row[10])
            .map(text -> CheckResult.Kind.valueOf(text.toUpperCase(Locale.ROOT))),
        row[11] == null ? "" : (String) row[11],
        Optional.ofNullable((String) row[12]),
        row[13] == null ? 0 : ((Number) row[13]).intValue(),
        row[14] == null ? "" : (String) row[14],
        row[15] == null ? Map.of() : read((String) row[15], LOGPROBS),
        Optional.ofNullable((String) row[16]),
        Optional.ofNullable((String) row[17]),
        row[18] == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(((Number) row[18]).doubleValue() / 1000),
        Optional.ofNullable((String) row[19]).map(BigDecimal::new));
  }

  /**
   * Tokens of the answers to tasks, by prompt: of runs before the onset, and of those from it until
   * a cycle.
   */
  @Transactional
  public List<PromptTokens> taskTokens(
      Organisation organisation, Target target, Instant onset, Instant until) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(
            """
            select seen.probe,
              count(*) filter (where run.slot < :onset),
              coalesce(sum(seen.input_tokens) filter (where run.slot < :onset), 0),
              coalesce(sum(seen.output_tokens) filter (where run.slot < :onset), 0),
              count(*) filter (where run.slot >= :onset),
              coalesce(sum(seen.input_tokens) filter (where run.slot >= :onset), 0),
              coalesce(sum(seen.output_tokens) filter (where run.slot >= :onset), 0)
            from probe_observation seen join probe_run run
              on run.organisation_id = seen.organisation_id and run.id = seen.run_id
            where seen.organisation_id = :organisation and seen.target_id = :target and seen.arm = :arm
              and run.slot >= :from and run.slot <= :until and run.work = 'tasks' and run.finished_at is not null
              and seen.outcome = 'answered' and seen.input_tokens is not null and seen.output_tokens is not null
            group by seen.probe order by seen.probe collate "C"
            """,
            Object[].class)
        .setParameter("organisation", organisation.id())
        .setParameter("target", target.id())
        .setParameter("arm", target.subject().arm().name())
        .setParameter("from", target.epochAt())
        .setParameter("onset", onset)
        .setParameter("until", until)
        .getResultStream()
        .map(row -> promptTokens((Object[]) row))
        .toList();
  }

  private static PromptTokens promptTokens(Object[] row) {
    return new PromptTokens((String) row[0], sums(row, 1), sums(row, 4));
  }

  private static PromptTokens.Sums sums(Object[] row, int from) {
    return new PromptTokens.Sums(
        ((Number) row[from]).longValue(),
        ((Number) row[from + 1]).longValue(),
        ((Number) row[from + 2]).longValue());
  }

  /** First tokens of the search for border prompts, by prompt. */
  @Transactional
  Map<String, List<String>> searched(Organisation organisation, UUID target, Instant from) {
    tenancy.enter(organisation);
    Map<String, List<String>> tokens = new TreeMap<>();
    List<Object[]> found =
        entities
            .createNativeQuery(
                """
                select seen.probe, seen.first_token from probe_observation seen join probe_run run
                  on run.organisation_id = seen.organisation_id and run.id = seen.run_id
                where seen.organisation_id = :organisation and seen.target_id = :target and run.slot >= :from
                  and run.purpose = 'search' and seen.outcome = 'answered' order by run.slot, seen.number""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("target", target)
            .setParameter("from", from)
            .getResultList();
    for (Object[] row : found) {
      tokens
          .computeIfAbsent((String) row[0], none -> new ArrayList<>())
          .add(row[1] == null ? "" : (String) row[1]);
    }
    return tokens;
  }

  private Query statement(Organisation organisation, String sql) {
    return entities.createNativeQuery(sql).setParameter("organisation", organisation.id());
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }
}
