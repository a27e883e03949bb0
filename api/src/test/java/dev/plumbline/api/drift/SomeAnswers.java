package dev.plumbline.api.drift;

import dev.plumbline.api.database.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Answers of two arms to one run of tasks, written past the prober. */
public final class SomeAnswers {

  private SomeAnswers() {}

  /**
   * Probes of one family, each answered once by both arms.
   *
   * @param lost so many the candidate fails and the production model passes
   * @param gained so many the other way round
   */
  public static void ofTasks(UUID target, String family, int probes, int lost, int gained) {
    ofTasks(target, family, probes, lost, gained, "next");
  }

  /** The same with another name of the second arm. */
  static void ofTasks(
      UUID target, String family, int probes, int lost, int gained, String candidate) {
    String run = UUID.randomUUID().toString();
    String sql =
        """
        insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, prompts, times, calls,
          at_most, finished_at, outcome, detail)
        select organisation_id, '%1$s', id, 'tasks', 'escalation', clock_timestamp(), clock_timestamp(), '[]', 1,
          2 * %4$d, '1', clock_timestamp(), 'measured', '' from drift_target where id = '%2$s';
        insert into probe_intent select organisation_id, id, n, slot
        from probe_run, generate_series(0, 2 * %4$d - 1) n where id = '%1$s';
        insert into probe_observation (organisation_id, run_id, number, target_id, arm, probe, family, at, outcome,
          checked, maybe_paid, answer, answer_length, first_token, latency_ms, cost, currency)
        select organisation_id, id, n, target_id, case n %% 2 when 0 then 'production' else '%7$s' end,
          '%3$s-' || n / 2, '%3$s', slot, 'answered',
          case when n %% 2 = 1 and n / 2 < %5$d then 'failed'
               when n %% 2 = 0 and n / 2 >= %5$d and n / 2 < %5$d + %6$d then 'failed' else 'passed' end,
          false, '{"text":"answer ' || n || '"}', 9, 'answer', 100,
          case n %% 2 when 0 then '0.0015' else '0.0010' end, 'USD'
        from probe_run, generate_series(0, 2 * %4$d - 1) n where id = '%1$s'"""
            .formatted(run, target, family, probes, lost, gained, candidate);
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
