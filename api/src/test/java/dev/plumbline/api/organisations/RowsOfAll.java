package dev.plumbline.api.organisations;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.database.SomeOrganisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An organisation that has a row in every table of customers. */
final class RowsOfAll {

  /** {@code :o} is the organisation, {@code :n} an id that is the same in all rows. */
  private static final Map<String, String> ROWS = rows();

  private RowsOfAll() {}

  private static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(
        "price_override",
        """
        insert into price_override (organisation_id, id, recorded_at, model, discount_percent, reason)
        values (:o, :n, now(), 'imagined', 10, 'agreement')""");
    rows.put("member", "insert into member values (:o, :n, 'a@example.com', 'A', 'viewer')");
    rows.put("project", "insert into project values (:o, :n, 'P')");
    rows.put("team", "insert into team values (:o, :n, 'T')");
    rows.put("team_member", "insert into team_member values (:o, :n, :n)");
    rows.put(
        "project_role",
        """
        insert into project_role (organisation_id, id, project_id, member_id, role)
        values (:o, :n, :n, :n, 'owner')""");
    rows.put(
        "sign_in_code",
        """
        insert into sign_in_code (organisation_id, id, member_id, code_hash, expires_at)
        values (:o, :n, :n, sha256(:o::text::bytea), now())""");
    rows.put(
        "session",
        """
        insert into session (organisation_id, id_hash, member_id, way, expires_at)
        values (:o, sha256(:o::text::bytea), :n, 'link', now())""");
    rows.put(
        "access_token",
        """
        insert into access_token (organisation_id, id, name, secret_hash, scopes, created_by, expires_at)
        values (:o, replace(:o::text, '-', ''), 'N', sha256('x'), array['read'], 'x', now())""");
    rows.put(
        "credential",
        """
        insert into credential (organisation_id, id, kind, name, last_four, key_version, wrapped_key, sealed)
        values (:o, :n, 'channel', 'C', '1234', 'v', 'x', 'x')""");
    rows.put("job_watermark", "insert into job_watermark values (:o, 'some-job', now())");
    rows.put(
        "job_run",
        """
        insert into job_run (organisation_id, job, asked, window_start, window_end, state, attempt, node)
        values (:o, 'some-job', false, now(), now() + interval '1 hour', 'skipped', 0, 'n')""");
    rows.put(
        "date_observation",
        """
        insert into date_observation values (:o, :n, sha256(:o::text::bytea), 'openai', 'BASE', 'imagined',
          'INFERENCE', '{}', '{}', '{}', '{}', '2027-01-14', 'COMMITTED', null, null, 'page', 'a page',
          'PROVIDER_PAGE', '2026-11-20', now(), 'x')""");
    rows.put(
        "date_event",
        """
        insert into date_event values (:o, :n, 'openai', 'imagined', 'imagined', false, 'INFERENCE',
          'date.announced', 'WARNING', '2026-11-20', null, '2027-01-14', 'a page', now())""");
    rows.put(
        "fine_tune",
        """
        insert into fine_tune (organisation_id, id, provider, model, hyperparameters, dataset_files, metrics,
          state, state_since, state_reason, registered_at, changed_at)
        values (:o, :n, 'openai', 'ft:a:b::c', '{}', '{}', '{}', 'ready', now(), '', now(), now())""");
    rows.put(
        "fine_tune_checkpoint",
        "insert into fine_tune_checkpoint values (:o, :n, :n, 'm', 1, null, '{}')");
    rows.put(
        "deployment",
        """
        insert into deployment (organisation_id, id, provider, account, name, registered_at)
        values (:o, :n, 'azure', 'a', 'n', now())""");
    rows.put("deployment_model", "insert into deployment_model values (:o, :n, :n, 'm', now())");
    rows.put(
        "consumer",
        "insert into consumer values (:o, :n, 'A', 'O', 'C', 'low', 'production', now())");
    rows.put(
        "consumer_pin",
        "insert into consumer_pin values (:o, :n, :n, 'default', 'openai', 'm', now())");
    rows.put(
        "model_evidence",
        """
        insert into model_evidence values (:o, :n, 'openai', 'm', 'baseline', now(), 'R', now())""");
    rows.put(
        "calendar_import",
        """
        insert into calendar_import values (:o, :n, 'csv', 'dates.csv', '2026-11-20', 'x', sha256('x'),
          now(), 'x', 'open')""");
    rows.put(
        "calendar_feed",
        """
        insert into calendar_feed (organisation_id, id, secret_hash, name, used, created_by)
        values (:o, :n, sha256(:o::text::bytea), 'F', true, 'x')""");
    rows.put(
        "pin_policy",
        """
        insert into pin_policy (organisation_id, environment, no_moving_alias, evaluation_baseline, changed_at)
        values (:o, 'production', true, false, now())""");
    rows.put(
        "pin_waiver",
        """
        insert into pin_waiver (organisation_id, id, rule, environment, owner, reason, granted_at, expires_at)
        values (:o, :n, 'base_lives', 'production', 'O', 'R', now(), now() + interval '1 day')""");
    rows.put(
        "alert",
        """
        insert into alert (organisation_id, id, rule, subject, aspect, severity, summary, provider,
          contacts, link, state, state_since, level, revision, told, opened_at, changed_at)
        values (:o, :n, 'some.rule', 's', '', 'info', 'S', '', '{}', '/', 'open', now(), 0, 1,
          true, now(), now())""");
    rows.put(
        "alert_event",
        "insert into alert_event values (:o, :n, 1, now(), 'opened', 'x', 'info', 'S', null, true)");
    rows.put(
        "channel",
        """
        insert into channel (organisation_id, id, name, kind, to_owners, min_severity, created_at,
          changed_at)
        values (:o, :n, 'C', 'email', true, 'info', now(), now())""");
    rows.put(
        "notification_message",
        "insert into notification_message values (:o, :n, now(), false, '{}')");
    rows.put("notification_cause", "insert into notification_cause values (:o, :n, 1, :n)");
    rows.put(
        "notification_delivery",
        """
        insert into notification_delivery (organisation_id, id, message_id, channel_id, recipient,
          state, attempts, tries, created_at, next_attempt_at)
        values (:o, :n, :n, :n, '', 'pending', 0, 0, now(), now())""");
    rows.put(
        "audit_head", "insert into audit_head values (:o, 0, decode(repeat('00', 32), 'hex'))");
    rows.put(
        "audit_entry",
        """
        insert into audit_entry values (:o, 1, now(), 'system', 'x', 'x', 'x', 'x', 'x', null, null,
          decode(repeat('00', 32), 'hex'), sha256('x'))""");
    rows.put(
        "model_change",
        """
        insert into model_change (organisation_id, id, place, from_provider, from_model, reason, switch_date,
          rollback_days, author_id, author_name, requested_at)
        values (:o, :n, 'P', 'openai', 'M', 'R', '2026-12-01', 30, 'x', 'X', now())""");
    rows.put(
        "model_change_event",
        """
        insert into model_change_event
        values (:o, :n, 1, 'x', 'evidence', now(), 'y', 'Y', '{"name":"E"}')""");
    rows.put(
        "model_proof",
        "insert into model_proof values (:o, :n, 'openai', 'M', now(), '', 'x', 'X', now())");
    rows.put(
        "exit_plan",
        """
        insert into exit_plan (organisation_id, id, provider, model, document, created_by, created_at, changed_at)
        values (:o, :n, 'openai', 'M', '{}', 'x', now(), now())""");
    rows.put(
        "loss_file",
        """
        insert into loss_file
        values (:o, :n, :n, 'F', repeat('a', 64), '1,2,', now(), 'x')""");
    rows.put("hold_out", "insert into hold_out values (:o, :n, :n, '{}', now(), 'x')");
    rows.put(
        "quality_grade",
        "insert into quality_grade values (:o, 'openai', 'M', '', 'g', now(), 1, now())");
    rows.put(
        "provider_account",
        """
        insert into provider_account (organisation_id, id, provider, name, base_url, aliases, confirm, created_at,
          changed_at)
        values (:o, :n, 'openai', 'A', 'https://api.openai.com/v1', '{}', true, now(), now())""");
    rows.put(
        "sync_run",
        """
        insert into sync_run values (:o, :n, :n, now(), now(), 'complete', null, 1, true, '[]', 0)""");
    rows.put(
        "provider_model",
        """
        insert into provider_model values (:o, :n, 'm', null, null, null, null, false, null, false, 'LISTED', 0,
          null, null, 'KNOWN', null)""");
    rows.put("provider_job", "insert into provider_job values (:o, :n, 'j', '{}')");
    rows.put(
        "provider_deployment", "insert into provider_deployment values (:o, :n, 'd', 'd', 'm')");
    rows.put(
        "sync_event",
        """
        insert into sync_event values (:o, :n, :n, now(), 'alias.moved', 'INFO', 'gpt-4o', null, 'x', null, false)""");
    rows.put(
        "rollback_look",
        "insert into rollback_look values (:o, 'openai', 'm', now(), 'answered', 'it answered')");
    rows.put(
        "webhook_receipt",
        "insert into webhook_receipt values (:o, :n, 'msg_1', now(), 'fine_tuning.job.succeeded', 'j')");
    rows.put(
        "probe_suite",
        "insert into probe_suite values (:o, :n, 'S', 1, repeat('0', 64), '{}', 1, 'x', now())");
    rows.put(
        "drift_target",
        """
        insert into drift_target (organisation_id, id, name, suite_id, per_month, currency, false_pages, fleet,
          keep_text, concurrency, calls_per_minute, seed, epoch, epoch_at, created_by, created_at)
        values (:o, :n, 'T', :n, '1', 'USD', '1', 2, true, 1, 60, 1, 1, now(), 'x', now())""");
    rows.put("drift_arm", "insert into drift_arm values (:o, :n, 'A', 0, 'subject', :n, 'm', 1)");
    rows.put("drift_stage", "insert into drift_stage values (:o, :n, 'tripwire', 3600, 1, '0.1')");
    rows.put(
        "probe_run",
        """
        insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, prompts, times, calls,
          at_most)
        values (:o, :n, :n, 'tripwire', 'cycle', now(), now(), '[]', 1, 1, '0.1')""");
    rows.put("probe_intent", "insert into probe_intent values (:o, :n, 0, now())");
    rows.put(
        "probe_observation",
        """
        insert into probe_observation (organisation_id, run_id, number, target_id, arm, probe, family, at, outcome,
          maybe_paid)
        values (:o, :n, 0, :n, 'A', 'p', 'f', now(), 'unknown', true)""");
    rows.put(
        "drift_standing",
        "insert into drift_standing values (:o, :n, 'tasks', 1, 1, 'ok', '', now())");
    rows.put(
        "drift_reading",
        "insert into drift_reading values (:o, :n, 'tasks', 1, 1, now(), 's', 0, 1, false)");
    rows.put(
        "drift_mix", "insert into drift_mix values (:o, :n, 1, '2026-03-09', 20, 20, 0, 1, false)");
    rows.put(
        "drift_verdict",
        """
        insert into drift_verdict values (:o, :n, :n, 'tasks', 1, 1, now(), now(), 'ok', '', false, '', null, '[]',
          '[]', '')""");
    return rows;
  }

  static Organisation added() throws SQLException {
    Organisation organisation = SomeOrganisation.added();
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      for (String row : ROWS.values()) {
        String id = "'" + organisation.id() + "'::uuid";
        statement.execute(row.replace(":o", id).replace(":n", id));
      }
    }
    return organisation;
  }

  /** Every table with an organisation's column, and that of organisations itself. */
  static List<String> tables() throws SQLException {
    try (Connection connection = Connections.superuser();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select table_name from information_schema.columns join information_schema.tables
                  using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE'
                  and (column_name = 'organisation_id' or table_name || column_name = 'organisationid')
                order by 1""");
        ResultSet found = statement.executeQuery()) {
      List<String> tables = new ArrayList<>();
      while (found.next()) {
        tables.add(found.getString(1));
      }
      return tables;
    }
  }

  /** The column that says whose a row is. */
  static String owner(String table) {
    return table.equals("organisation") ? "id" : "organisation_id";
  }
}
