package dev.plumbline.api.syncs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.sync.KnownState;
import dev.plumbline.lifecycle.sync.ListedDate;
import dev.plumbline.lifecycle.sync.ListedDeployment;
import dev.plumbline.lifecycle.sync.ListedModel;
import dev.plumbline.lifecycle.sync.PollHistory;
import dev.plumbline.lifecycle.sync.PresenceForm;
import dev.plumbline.lifecycle.sync.TrackedModel;
import dev.plumbline.lifecycle.sync.TuningJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What is known of accounts, in PostgreSQL. */
@ApplicationScoped
class SyncStateRepository {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EntityManager entities;
  private final Tenancy tenancy;

  SyncStateRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** A model as listed, and its presence. */
  record ModelRow(ListedModel model, TrackedModel tracked) {}

  @Transactional
  KnownState known(Organisation organisation, UUID account, Optional<String> sentinel) {
    Map<String, TrackedModel> tracked = new TreeMap<>();
    Map<String, ListedModel> models = new TreeMap<>();
    for (ModelRow row : models(organisation, account)) {
      tracked.put(row.model().id(), row.tracked());
      models.put(row.model().id(), row.model());
    }
    return new KnownState(
        polls(organisation, account),
        sentinel,
        tracked,
        models,
        jobs(organisation, account),
        deployments(organisation, account),
        resolutions(organisation, account));
  }

  private PollHistory polls(Organisation organisation, UUID account) {
    List<?> counts =
        entities
            .createNativeQuery(
                """
                select models from sync_run
                where organisation_id = :organisation and account_id = :account and whole_list
                order by finished_at desc limit 10""",
                Integer.class)
            .setParameter("organisation", organisation.id())
            .setParameter("account", account)
            .getResultList();
    return new PollHistory(counts.stream().map(Integer.class::cast).toList());
  }

  /** Every model that was ever listed, by name. */
  @Transactional
  List<ModelRow> models(Organisation organisation, UUID account) {
    tenancy.enter(organisation);
    return rows(
            """
            select model, created_at, owner, stage, inference_end, inference_firm, training_end,
              training_firm, presence, polls, presence_at, first_refusal, access, called_at
            from provider_model
            where organisation_id = :organisation and account_id = :account order by model""",
            organisation,
            account)
        .stream()
        .map(SyncStateRepository::modelRow)
        .toList();
  }

  private static ModelRow modelRow(Object[] row) {
    String id = (String) row[0];
    ListedModel model =
        new ListedModel(
            id,
            Optional.ofNullable((Instant) row[1]),
            Optional.ofNullable((String) row[2]),
            Optional.ofNullable((String) row[3]),
            date(row[4], row[5]),
            date(row[6], row[7]));
    PresenceForm form =
        new PresenceForm(
            PresenceForm.Label.valueOf((String) row[8]),
            ((Number) row[9]).intValue(),
            Optional.ofNullable((Instant) row[10]),
            Optional.ofNullable((Instant) row[11]));
    return new ModelRow(
        model,
        new TrackedModel(
            id,
            form.toPresence(),
            TrackedModel.Access.valueOf((String) row[12]),
            Optional.ofNullable((Instant) row[13])));
  }

  private static Optional<ListedDate> date(Object day, Object firm) {
    return Optional.ofNullable(day)
        .map(
            each ->
                new ListedDate(
                    each instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) each,
                    (Boolean) firm));
  }

  private Map<String, TuningJob> jobs(Organisation organisation, UUID account) {
    Map<String, TuningJob> jobs = new TreeMap<>();
    for (Object[] row :
        rows(
            """
            select job, body from provider_job
            where organisation_id = :organisation and account_id = :account""",
            organisation,
            account)) {
      jobs.put((String) row[0], JobText.read((String) row[1]));
    }
    return jobs;
  }

  private Map<String, ListedDeployment> deployments(Organisation organisation, UUID account) {
    Map<String, ListedDeployment> deployments = new TreeMap<>();
    for (Object[] row :
        rows(
            """
            select deployment, name, model, type, upgrades from provider_deployment
            where organisation_id = :organisation and account_id = :account and removed_at is null""",
            organisation,
            account)) {
      ListedDeployment each =
          new ListedDeployment(
              (String) row[0],
              (String) row[1],
              (String) row[2],
              Optional.ofNullable((String) row[3]),
              Optional.ofNullable((String) row[4]));
      deployments.put(each.id(), each);
    }
    return deployments;
  }

  private Map<String, String> resolutions(Organisation organisation, UUID account) {
    Map<String, String> resolutions = new TreeMap<>();
    for (Object[] row :
        rows(
            """
            select distinct on (subject) subject, after from sync_event
            where organisation_id = :organisation and account_id = :account
              and kind = 'alias.moved' order by subject, at desc""",
            organisation,
            account)) {
      resolutions.put((String) row[0], (String) row[1]);
    }
    return resolutions;
  }

  private List<Object[]> rows(String sql, Organisation organisation, UUID account) {
    List<?> found =
        entities
            .createNativeQuery(sql, Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("account", account)
            .getResultList();
    return found.stream().map(Object[].class::cast).toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keepModels(Organisation organisation, UUID account, List<ModelRow> models) {
    ArrayNode rows = JSON.createArrayNode();
    models.forEach(each -> row(rows.addObject(), each));
    write(
        """
        insert into provider_model (organisation_id, account_id, model, created_at, owner, stage,
          inference_end, inference_firm, training_end, training_firm, presence, polls, presence_at,
          first_refusal, access, called_at)
        select :organisation, :account, r.model, r.created_at, r.owner, r.stage, r.inference_end,
          r.inference_firm, r.training_end, r.training_firm, r.presence, r.polls, r.presence_at,
          r.first_refusal, r.access, r.called_at
        from json_to_recordset(cast(:rows as json)) as r (model text, created_at timestamptz,
          owner text, stage text, inference_end date, inference_firm boolean, training_end date,
          training_firm boolean, presence text, polls int, presence_at timestamptz,
          first_refusal timestamptz, access text, called_at timestamptz)
        on conflict (organisation_id, account_id, model) do update set
          created_at = excluded.created_at, owner = excluded.owner, stage = excluded.stage,
          inference_end = excluded.inference_end, inference_firm = excluded.inference_firm,
          training_end = excluded.training_end, training_firm = excluded.training_firm,
          presence = excluded.presence, polls = excluded.polls, presence_at = excluded.presence_at,
          first_refusal = excluded.first_refusal, access = excluded.access,
          called_at = excluded.called_at""",
        organisation,
        account,
        rows);
  }

  private static void row(ObjectNode row, ModelRow each) {
    ListedModel model = each.model();
    PresenceForm form = PresenceForm.of(each.tracked().presence());
    row.put("model", model.id())
        .put("created_at", text(model.createdAt()))
        .put("owner", model.owner().orElse(null))
        .put("stage", model.stage().orElse(null))
        .put("inference_end", text(model.inferenceEnd().map(ListedDate::day)))
        .put("inference_firm", model.inferenceEnd().map(ListedDate::firm).orElse(false))
        .put("training_end", text(model.trainingEnd().map(ListedDate::day)))
        .put("training_firm", model.trainingEnd().map(ListedDate::firm).orElse(false))
        .put("presence", form.label().name())
        .put("polls", form.polls())
        .put("presence_at", text(form.at()))
        .put("first_refusal", text(form.firstRefusal()))
        .put("access", each.tracked().access().name())
        .put("called_at", text(each.tracked().calledAt()));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keepJobs(Organisation organisation, UUID account, List<TuningJob> jobs) {
    ArrayNode rows = JSON.createArrayNode();
    jobs.forEach(job -> rows.addObject().put("job", job.id()).put("body", JobText.of(job)));
    write(
        """
        insert into provider_job (organisation_id, account_id, job, body)
        select :organisation, :account, r.job, r.body
        from json_to_recordset(cast(:rows as json)) as r (job text, body text)
        on conflict (organisation_id, account_id, job) do update set body = excluded.body""",
        organisation,
        account,
        rows);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keepDeployments(
      Organisation organisation, UUID account, List<ListedDeployment> deployments) {
    ArrayNode rows = JSON.createArrayNode();
    deployments.forEach(
        each ->
            rows.addObject()
                .put("deployment", each.id())
                .put("name", each.name())
                .put("model", each.model())
                .put("type", each.type().orElse(null))
                .put("upgrades", each.upgrades().orElse(null)));
    write(
        """
        insert into provider_deployment (organisation_id, account_id, deployment, name, model, type,
          upgrades)
        select :organisation, :account, r.deployment, r.name, r.model, r.type, r.upgrades
        from json_to_recordset(cast(:rows as json)) as r (deployment text, name text, model text,
          type text, upgrades text)
        on conflict (organisation_id, account_id, deployment) do update set name = excluded.name,
          model = excluded.model, type = excluded.type, upgrades = excluded.upgrades,
          removed_at = null""",
        organisation,
        account,
        rows);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void removeDeployments(Organisation organisation, UUID account, List<String> ids) {
    if (!ids.isEmpty()) {
      entities
          .createNativeQuery(
              """
              update provider_deployment set removed_at = clock_timestamp()
              where organisation_id = :organisation and account_id = :account
                and deployment in (:ids)""")
          .setParameter("organisation", organisation.id())
          .setParameter("account", account)
          .setParameter("ids", ids)
          .executeUpdate();
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keepEvents(Organisation organisation, UUID account, List<SyncEvent> events) {
    ArrayNode rows = JSON.createArrayNode();
    events.forEach(
        each ->
            rows.addObject()
                .put("id", UUID.randomUUID().toString())
                .put("at", each.at().toString())
                .put("kind", each.kind())
                .put("weight", each.weight().name())
                .put("subject", each.subject())
                .put("before", each.before().orElse(null))
                .put("after", each.after().orElse(null))
                .put("effect", each.effect().orElse(null))
                .put("muted", each.muted()));
    write(
        """
        insert into sync_event (organisation_id, account_id, id, at, kind, weight, subject, before,
          after, effect, muted)
        select :organisation, :account, r.id, r.at, r.kind, r.weight, r.subject, r.before, r.after,
          r.effect, r.muted
        from json_to_recordset(cast(:rows as json)) as r (id uuid, at timestamptz, kind text,
          weight text, subject text, before text, after text, effect text, muted boolean)""",
        organisation,
        account,
        rows);
  }

  private void write(String sql, Organisation organisation, UUID account, ArrayNode rows) {
    if (!rows.isEmpty()) {
      entities
          .createNativeQuery(sql)
          .setParameter("organisation", organisation.id())
          .setParameter("account", account)
          .setParameter("rows", rows.toString())
          .executeUpdate();
    }
  }
}
