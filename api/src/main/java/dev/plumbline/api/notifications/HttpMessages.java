package dev.plumbline.api.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One message in the words of each kind of channel. Knows no network. */
final class HttpMessages {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_PAGERDUTY_SUMMARY = 1_024;
  private static final int LONGEST_SLACK_SECTION = 3_000;

  private HttpMessages() {}

  /**
   * @param address the channel's URL; of PagerDuty that of its events interface
   * @param secret signing secret, routing key or bearer token; empty where there is none
   * @param at moment of this attempt
   */
  static List<HttpMessage> of(
      ChannelKind kind, String address, String secret, Parcel parcel, Instant at) {
    Payload payload = parcel.payload();
    return switch (kind) {
      case EMAIL -> throw new IllegalArgumentException("mail does not go by HTTP");
      case SLACK -> List.of(new HttpMessage(address, Map.of(), slack(payload)));
      case TEAMS -> List.of(new HttpMessage(address, Map.of(), teams(payload)));
      case PAGERDUTY ->
          payload.data().alerts().stream()
              .map(item -> new HttpMessage(address, Map.of(), pagerDuty(item, secret, payload)))
              .toList();
      case ALERTMANAGER ->
          List.of(new HttpMessage(alertmanagerUrl(address), bearer(secret), alertmanager(payload)));
      case WEBHOOK ->
          List.of(
              new HttpMessage(
                  address,
                  StandardWebhook.headers(
                      secret, parcel.stableId(), at, parcel.body().getBytes(UTF_8)),
                  parcel.body()));
    };
  }

  private static Map<String, String> bearer(String secret) {
    return secret.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + secret);
  }

  private static String alertmanagerUrl(String address) {
    return address.endsWith("/alerts")
        ? address
        : address.replaceFirst("/+$", "") + "/api/v2/alerts";
  }

  private static String slack(Payload payload) {
    List<Map<String, Object>> blocks =
        payload.data().alerts().stream()
            .map(
                item ->
                    Map.<String, Object>of(
                        "type",
                        "section",
                        "text",
                        Map.of("type", "mrkdwn", "text", slackSection(item))))
            .toList();
    return json(Map.of("text", slackEscaped(Wording.subject(payload)), "blocks", blocks));
  }

  private static String slackSection(Payload.Item item) {
    String text =
        "*%s*: %s%s"
            .formatted(
                Wording.word(item),
                slackEscaped(item.summary()),
                item.dueOn() == null ? "" : "\nDate: " + item.dueOn());
    return bounded(text, LONGEST_SLACK_SECTION - 300) + "\n<" + item.url() + "|Show it>";
  }

  private static String slackEscaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** An Adaptive Card in the envelope that Teams' workflows take. */
  private static String teams(Payload payload) {
    List<Map<String, Object>> body = new java.util.ArrayList<>();
    for (Payload.Item item : payload.data().alerts()) {
      body.add(
          Map.of(
              "type",
              "TextBlock",
              "weight",
              "Bolder",
              "wrap",
              true,
              "color",
              colour(item),
              "text",
              Wording.word(item)));
      body.add(Map.of("type", "TextBlock", "wrap", true, "text", item.summary()));
      body.add(
          Map.of(
              "type",
              "TextBlock",
              "wrap",
              true,
              "isSubtle",
              true,
              "text",
              (item.dueOn() == null ? "" : item.dueOn() + " · ")
                  + "[Show it]("
                  + item.url()
                  + ")"));
    }
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("fallbackText", Wording.subject(payload));
    card.put("body", body);
    return json(
        Map.of(
            "type",
            "message",
            "attachments",
            List.of(
                Map.of(
                    "contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
  }

  private static String colour(Payload.Item item) {
    if (item.isResolved()) {
      return "Good";
    }
    return switch (item.level()) {
      case INFO -> "Default";
      case WARNING -> "Warning";
      case ERROR, CRITICAL -> "Attention";
    };
  }

  private static String pagerDuty(Payload.Item item, String routingKey, Payload payload) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", routingKey);
    event.put(
        "event_action",
        item.isResolved() ? "resolve" : item.isAcknowledged() ? "acknowledge" : "trigger");
    event.put("dedup_key", "plumbline/" + item.key());
    event.put("client", "Plumbline");
    event.put("client_url", item.url());
    event.put("links", List.of(Map.of("href", item.url(), "text", "Show it")));
    event.put("payload", pagerDutyPayload(item, payload));
    return json(event);
  }

  private static Map<String, Object> pagerDutyPayload(Payload.Item item, Payload payload) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("revision", item.revision());
    details.put("event", item.event());
    details.put("owner", item.owner());
    if (item.dueOn() != null) {
      details.put("date", item.dueOn());
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("summary", bounded(item.summary(), LONGEST_PAGERDUTY_SUMMARY));
    content.put("source", "plumbline");
    content.put("severity", item.severity());
    content.put("timestamp", payload.timestamp());
    content.put("component", item.key());
    content.put("group", item.provider());
    content.put("class", item.key().substring(0, item.key().indexOf('/')));
    content.put("custom_details", details);
    return content;
  }

  private static String alertmanager(Payload payload) {
    return json(payload.data().alerts().stream().map(item -> alertmanager(item, payload)).toList());
  }

  /** Labels are what Alertmanager knows an alert by: nothing in them changes with time. */
  private static Map<String, Object> alertmanager(Payload.Item item, Payload payload) {
    Map<String, Object> alert = new LinkedHashMap<>();
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("alertname", item.key().substring(0, item.key().indexOf('/')));
    labels.put("key", item.key());
    labels.put("provider", item.provider());
    labels.put("job", "plumbline");
    alert.put("labels", labels);
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("summary", item.summary());
    words.put("severity", item.severity());
    words.put("owner", item.owner());
    if (item.dueOn() != null) {
      words.put("date", item.dueOn());
    }
    alert.put("annotations", words);
    alert.put("generatorURL", item.url());
    if (item.isResolved()) {
      alert.put("endsAt", payload.timestamp());
    } else {
      alert.put("startsAt", payload.timestamp());
      // Alertmanager would end it after five minutes of silence; we say when it is over.
      alert.put("endsAt", Instant.parse(payload.timestamp()).plusSeconds(365 * 86_400L).toString());
    }
    return alert;
  }

  private static String bounded(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists are JSON", e);
    }
  }
}
