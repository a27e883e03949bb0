package dev.plumbline.api.jobs;

import dev.plumbline.api.organisations.Organisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows that decide who does what. Each method is a transaction of its own by plain JDBC, short
 * and apart from whatever the job does; leases go by the clock of the database.
 */
final class JobRows {

  /** Attempts at a window, the first one included. */
  static final int MOST_ATTEMPTS = 5;

  private final DataSource database;
  private final String node;
  private final Duration lease;

  JobRows(DataSource database, String node, Duration lease) {
    this.database = database;
    this.node = node;
    this.lease = lease;
  }

  /** What is done with a connection. */
  private interface Work<R> {
    R with(Connection connection) throws SQLException;
  }

  Duration lease() {
    return lease;
  }

  /** For each organisation the first window of the job without a row; empty for none so far. */
  Map<Organisation, Optional<Instant>> marks(String job) {
    return run(
        connection -> {
          Map<Organisation, Optional<Instant>> marks = new LinkedHashMap<>();
          try (PreparedStatement select =
              prepared(connection, "select organisation_id, next_window from job_marks(?)", job)) {
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
              marks.put(
                  new Organisation(rows.getObject(1, UUID.class)),
                  Optional.ofNullable(rows.getTimestamp(2)).map(Timestamp::toInstant));
            }
          }
          return marks;
        });
  }

  /** Windows whose instance is gone, that are to be tried again, or that somebody asked for. */
  List<JobWindow> left() {
    return run(
        connection -> {
          List<JobWindow> left = new ArrayList<>();
          try (PreparedStatement select =
              prepared(
                  connection,
                  """
                  select organisation_id, job, asked, window_start, window_end
                  from job_runs_left(?)""",
                  MOST_ATTEMPTS)) {
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
              left.add(
                  new JobWindow(
                      new Organisation(rows.getObject(1, UUID.class)),
                      rows.getString(2),
                      rows.getBoolean(3),
                      rows.getTimestamp(4).toInstant(),
                      rows.getTimestamp(5).toInstant()));
            }
          }
          return left;
        });
  }

  /** When each job last came to a good end, in any organisation. */
  Map<String, Instant> lastSuccesses() {
    return run(
        connection -> {
          Map<String, Instant> ends = new LinkedHashMap<>();
          try (PreparedStatement select =
              prepared(connection, "select job, finished_at from job_last_success()")) {
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
              ends.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
          }
          return ends;
        });
  }

  /** Takes a window that has no row yet; empty when another instance was faster. */
  Optional<HeldWindow> claim(JobWindow window) {
    return in(
        window.organisation(),
        connection -> {
          if (!inserted(connection, window, JobState.RUNNING)) {
            return Optional.empty();
          }
          advance(connection, window);
          return Optional.of(new HeldWindow(window, 1, this));
        });
  }

  /** Notes a range of windows that a later one covers. */
  void skip(JobWindow range) {
    in(
        range.organisation(),
        connection -> {
          if (inserted(connection, range, JobState.SKIPPED)) {
            advance(connection, range);
          }
          return true;
        });
  }

  private boolean inserted(Connection connection, JobWindow window, JobState state)
      throws SQLException {
    boolean running = state == JobState.RUNNING;
    try (PreparedStatement insert =
        prepared(
            connection,
            """
            insert into job_run (organisation_id, job, asked, window_start, window_end, state,
              attempt, node, claimed_at, lease_until, finished_at)
            values (?, ?, false, ?, ?, ?, ?, ?, clock_timestamp(),
              clock_timestamp() + ? * interval '1 millisecond',
              case when ? then null else clock_timestamp() end)
            on conflict do nothing""",
            window.organisation().id(),
            window.job(),
            Timestamp.from(window.start()),
            Timestamp.from(window.end()),
            state.label(),
            running ? 1 : 0,
            node,
            lease.toMillis(),
            running)) {
      return insert.executeUpdate() == 1;
    }
  }

  private static void advance(Connection connection, JobWindow window) throws SQLException {
    try (PreparedStatement upsert =
        prepared(
            connection,
            """
            insert into job_watermark (organisation_id, job, next_window) values (?, ?, ?)
            on conflict (organisation_id, job) do update set next_window = excluded.next_window
            where job_watermark.next_window < excluded.next_window""",
            window.organisation().id(),
            window.job(),
            Timestamp.from(window.end()))) {
      upsert.executeUpdate();
    }
  }

  /** Takes a window over that {@link #left} has named; empty when another instance was faster. */
  Optional<HeldWindow> takeOver(JobWindow window) {
    return in(
        window.organisation(),
        connection -> {
          try (PreparedStatement update =
              prepared(
                  connection,
                  """
                  update job_run set state = 'running', attempt = attempt + 1, node = ?,
                    claimed_at = clock_timestamp(),
                    lease_until = clock_timestamp() + ? * interval '1 millisecond'
                  where organisation_id = ? and job = ? and asked = ? and window_start = ?
                    and (state = 'waiting' or (state = 'running' and lease_until < clock_timestamp())
                      or (state = 'failed' and attempt < ? and retry_at <= clock_timestamp()))
                  returning attempt""",
                  node,
                  lease.toMillis(),
                  window.organisation().id(),
                  window.job(),
                  window.asked(),
                  Timestamp.from(window.start()),
                  MOST_ATTEMPTS)) {
            ResultSet rows = update.executeQuery();
            return rows.next()
                ? Optional.of(new HeldWindow(window, rows.getInt(1), this))
                : Optional.empty();
          }
        });
  }

  /** Whether the window is still this instance's; if so, for another lease. */
  boolean renew(HeldWindow held) {
    return update(
        held,
        "update job_run set lease_until = clock_timestamp() + ? * interval '1 millisecond'",
        lease.toMillis());
  }

  /** Whether the window was still this instance's. */
  boolean finish(HeldWindow held, JobReport report) {
    return update(
        held,
        "update job_run set state = 'done', finished_at = clock_timestamp(), items = ?, findings = ?",
        report.items(),
        FindingsText.of(report.findings()));
  }

  /** It is tried again after a minute for each attempt. */
  boolean fail(HeldWindow held, RuntimeException failure) {
    return update(
        held,
        """
        update job_run set state = 'failed', finished_at = clock_timestamp(),
          retry_at = clock_timestamp() + attempt * interval '1 minute', findings = ?""",
        FindingsText.of(List.of(JobFailure.of(held, failure))));
  }

  private boolean update(HeldWindow held, String change, Object... values) {
    JobWindow window = held.window();
    Object[] all = java.util.Arrays.copyOf(values, values.length + 5);
    all[values.length] = window.organisation().id();
    all[values.length + 1] = window.job();
    all[values.length + 2] = window.asked();
    all[values.length + 3] = Timestamp.from(window.start());
    all[values.length + 4] = held.attempt();
    String sql =
        change
            + """
               where organisation_id = ? and job = ? and asked = ? and window_start = ?
              and attempt = ? and state = 'running'""";
    return in(
        window.organisation(),
        connection -> {
          try (PreparedStatement update = prepared(connection, sql, all)) {
            return update.executeUpdate() == 1;
          }
        });
  }

  /** On the connection of the caller's own transaction, which has entered the organisation. */
  void confirm(HeldWindow held) {
    JobWindow window = held.window();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            prepared(
                connection,
                """
                select attempt from job_run
                where organisation_id = ? and job = ? and asked = ? and window_start = ?
                  and attempt = ? and state = 'running' for no key update""",
                window.organisation().id(),
                window.job(),
                window.asked(),
                Timestamp.from(window.start()),
                held.attempt())) {
      if (!select.executeQuery().next()) {
        throw new LostWindowException(held);
      }
    } catch (SQLException e) {
      throw new JobStoreException(e);
    }
  }

  /** Forgets ended windows: after a day when nothing happened in them, else after 90 days. */
  void forget(Organisation organisation) {
    in(
        organisation,
        connection -> {
          try (PreparedStatement delete =
              prepared(
                  connection,
                  """
                  delete from job_run where organisation_id = ? and state in ('done', 'failed', 'skipped')
                    and finished_at < clock_timestamp() - case
                      when items = 0 and findings = '[]' and not asked then interval '1 day'
                      else interval '90 days' end""",
                  organisation.id())) {
            return delete.executeUpdate();
          }
        });
  }

  private <R> R in(Organisation organisation, Work<R> work) {
    return run(
        connection -> {
          try (PreparedStatement enter =
              prepared(
                  connection,
                  "select set_config('plumbline.organisation', ?, true)",
                  organisation.id().toString())) {
            enter.execute();
          }
          return work.with(connection);
        });
  }

  private <R> R run(Work<R> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        R result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new JobStoreException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
