package dev.plumbline.api.access;

import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.organisations.Organisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** How the routes of alerts, channels and jobs are asked. */
final class AlertRequests {

  private static final String ALERTS = "/api/v1/alerts/";
  private static final String CHANNELS = "/api/v1/channels";
  private static final String JOB = "/api/v1/jobs/alert-watch/runs";
  private static final String UNTIL = "{\"until\":\"%s\"}";
  private static final String FORM = "application/x-www-form-urlencoded";

  private AlertRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("GET /api/v1/alerts/{id}", () -> Ask.get(ALERTS + alert())),
        entry("POST /api/v1/alerts/{id}/acknowledge", () -> act("acknowledge", "{}")),
        entry("POST /api/v1/alerts/{id}/snooze", () -> act("snooze", UNTIL.formatted(tomorrow()))),
        entry("POST /api/v1/alerts/{id}/escalate", () -> act("escalate", "")),
        entry("POST /api/v1/alerts/{id}/resolve", () -> act("resolve", "")),
        entry("GET /alerts/{id}", () -> Ask.get("/alerts/" + alert())),
        entry("POST /alerts/{id}", () -> form("/alerts/" + alert(), "action=acknowledge&days=")),
        entry("GET /api/v1/channels/{id}", () -> Ask.get(CHANNELS + "/" + channel())),
        entry("POST /api/v1/channels", () -> Ask.json("POST", CHANNELS, newChannel())),
        entry(
            "PUT /api/v1/channels/{id}",
            () -> Ask.json("PUT", CHANNELS + "/" + channel(), newChannel())),
        entry(
            "DELETE /api/v1/channels/{id}",
            () -> Ask.delete(CHANNELS + "/" + Made.id(CHANNELS, newChannel()))),
        entry(
            "POST /api/v1/channels/{id}/test",
            () -> Ask.json("POST", CHANNELS + "/" + channel() + "/test", "")),
        entry(
            "POST /api/v1/channels/deliveries/{id}/send-again",
            () -> Ask.json("POST", CHANNELS + "/deliveries/" + dead() + "/send-again", "")),
        entry(
            "POST /alerts/channels",
            () -> form("/alerts/channels", "kind=email&address=a@b.test&name=" + name())),
        entry(
            "POST /alerts/channels/{id}",
            () -> form("/alerts/channels/" + channel(), "action=enable")),
        entry(
            "POST /alerts/channels/deliveries/{id}",
            () -> form("/alerts/channels/deliveries/" + dead(), "")),
        entry("GET /api/v1/jobs/{name}/runs", () -> Ask.get(JOB)),
        entry("POST /api/v1/jobs/{name}/runs", () -> Ask.json("POST", JOB, "")),
        entry("GET /jobs/{name}", () -> Ask.get("/jobs/alert-watch")),
        entry("POST /jobs/{name}", () -> form("/jobs/alert-watch", "")));
  }

  private static Ask act(String verb, String body) {
    return Ask.json("POST", ALERTS + alert() + "/" + verb, body);
  }

  private static Ask form(String address, String body) {
    return new Ask("POST", address, FORM, body);
  }

  private static String tomorrow() {
    return "2027-01-01T00:00:00Z";
  }

  private static String name() {
    return UUID.randomUUID().toString();
  }

  private static String newChannel() {
    return "{\"name\":\"%s\",\"kind\":\"email\",\"address\":\"a@b.test\",\"min_severity\":\"critical\"}"
        .formatted(name());
  }

  private static String channel() {
    return Made.once("channel", () -> Made.id(CHANNELS, newChannel()));
  }

  /** A new one each time: what was resolved once cannot be resolved again. */
  private static String alert() {
    UUID id = UUID.randomUUID();
    insert(
        """
        insert into alert (organisation_id, id, rule, subject, aspect, severity, summary, provider,
          contacts, link, state, state_since, level, revision, told, opened_at, changed_at)
        values (?, ?, 'test.route', ?, '', 'info', 'S', '', '{a@b.test,c@d.test}', '/', 'open',
          now(), 0, 1, true, now(), now())""",
        Organisation.FIRST.id(),
        id,
        id.toString());
    return id.toString();
  }

  private static String dead() {
    UUID message = UUID.randomUUID();
    insert(
        "insert into notification_message values (?, ?, now(), true, '{}')",
        Organisation.FIRST.id(),
        message);
    insert(
        """
        insert into notification_delivery (organisation_id, id, message_id, channel_id, recipient,
          state, attempts, tries, created_at, next_attempt_at)
        values (?, ?, ?, ?, '', 'dead', 10, 10, now(), now())""",
        Organisation.FIRST.id(),
        message,
        message,
        UUID.fromString(channel()));
    return message.toString();
  }

  private static void insert(String sql, Object... values) {
    try (Connection connection = Connections.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
