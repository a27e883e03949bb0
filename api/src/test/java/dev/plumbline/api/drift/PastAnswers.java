package dev.plumbline.api.drift;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.providers.simulator.SimulatedService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What simulated services answered before a story begins, written past the prober as it would have
 * kept it: months of calls take too long by HTTP.
 */
final class PastAnswers implements AutoCloseable {

  private static final String RUN =
      """
      insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, suite_id, prompts, times,
        calls, at_most, finished_at, outcome, detail)
      select organisation_id, ?, id, ?, ?, ?, ?, case when ? = 'tasks' then suite_id end, ?, 1, 1, '0.1', ?,
        'measured', '' from drift_target where id = ?""";

  private static final String INTENT =
      "insert into probe_intent select organisation_id, id, ?, slot from probe_run where id = ?";

  private static final String OBSERVATION =
      """
      insert into probe_observation (organisation_id, run_id, number, target_id, arm, probe, family, at, outcome,
        checked, maybe_paid, answer, answer_length, first_token, logprobs, model, latency_ms, cost, currency)
      select organisation_id, id, ?, target_id, ?, ?, ?, slot, 'answered', ?, false, ?, ?, ?, ?, ?, ?, ?, 'USD'
      from probe_run where id = ?""";

  private final UUID target;
  private final Map<String, SimulatedService> arms;
  private final Map<String, String> costs;
  private final Connection connection;
  private final PreparedStatement runs;
  private final PreparedStatement intents;
  private final PreparedStatement observations;
  private UUID run = new UUID(0, 0);
  private int number;

  /**
   * @param arms services by the names of the arms
   * @param costs of one call, by the same names
   */
  PastAnswers(UUID target, Map<String, SimulatedService> arms, Map<String, String> costs)
      throws SQLException {
    this.target = target;
    this.arms = arms;
    this.costs = costs;
    this.connection = Connections.superuser();
    connection.setAutoCommit(false);
    this.runs = connection.prepareStatement(RUN);
    this.intents = connection.prepareStatement(INTENT);
    this.observations = connection.prepareStatement(OBSERVATION);
  }

  void tripwire(Instant slot) throws SQLException {
    begin("tripwire", "cycle", slot, List.of());
    for (Map.Entry<String, SimulatedService> each : arms.entrySet()) {
      SimulatedService service = each.getValue();
      String token = service.firstToken("Hi");
      add(each.getKey(), "tripwire-1", "tripwire", null, token, token, json(service.logprobs()));
    }
  }

  void border(String purpose, Instant slot, List<String> prompts, int times) throws SQLException {
    begin("border", purpose, slot, prompts);
    for (Map.Entry<String, SimulatedService> each : arms.entrySet()) {
      for (String prompt : prompts) {
        for (int i = 0; i < times; i++) {
          String token = each.getValue().firstToken(prompt);
          add(each.getKey(), "border-" + prompt, "border", null, token, token, null);
        }
      }
    }
  }

  /**
   * @param right answers by the ids of the probes
   */
  void tasks(Instant slot, String family, Map<String, String> right) throws SQLException {
    begin("tasks", "cycle", slot, List.of());
    for (Map.Entry<String, SimulatedService> each : arms.entrySet()) {
      for (Map.Entry<String, String> probe : right.entrySet()) {
        String text = each.getValue().task(probe.getValue());
        String checked = text.equals(probe.getValue()) ? "passed" : "failed";
        add(each.getKey(), probe.getKey(), family, checked, text, text, null);
      }
    }
  }

  private void begin(String work, String purpose, Instant slot, List<String> prompts)
      throws SQLException {
    run = UUID.randomUUID();
    number = 0;
    String list = prompts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    Timestamp at = Timestamp.from(slot);
    bind(runs, run, work, purpose, at, at, work, prompts.isEmpty() ? "[]" : list, at, target);
  }

  private void add(
      String arm,
      String probe,
      String family,
      String checked,
      String text,
      String token,
      String logprobs)
      throws SQLException {
    SimulatedService service = arms.get(arm);
    bind(intents, number, run);
    bind(
        observations,
        number++,
        arm,
        probe,
        family,
        checked,
        "{\"text\":\"%s\"}".formatted(text),
        text.length(),
        token,
        logprobs,
        service.model(),
        (int) (1_000 * service.seconds()),
        costs.get(arm),
        run);
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private static String json(Map<String, Double> logprobs) {
    return new TreeMap<>(logprobs)
        .entrySet().stream()
            .map(each -> "\"%s\":%s".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      runs.executeBatch();
      intents.executeBatch();
      observations.executeBatch();
      connection.commit();
    }
  }
}
