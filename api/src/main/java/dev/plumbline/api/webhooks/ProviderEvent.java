package dev.plumbline.api.webhooks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What a provider says.
 *
 * @param id of the message
 * @param type for example {@code fine_tuning.job.succeeded}
 * @param subject id of the thing it is about
 */
record ProviderEvent(String id, String type, Optional<String> subject) {

  private static final int LONGEST_TYPE = 200;
  private static final int LONGEST_SUBJECT = 400;

  ProviderEvent {
    requireNonNull(id, "id");
    requireNonNull(type, "type");
    requireNonNull(subject, "subject");
  }

  /**
   * Reads the body of a message.
   *
   * @throws IllegalArgumentException when it is not the JSON of an event
   */
  static ProviderEvent of(String id, byte[] body, ObjectMapper json) {
    try {
      JsonNode event = json.readTree(body);
      String type = event.path("type").asText("");
      String subject = event.path("data").path("id").asText("");
      if (isUnsound(type, LONGEST_TYPE) || type.isBlank() || isUnsound(subject, LONGEST_SUBJECT)) {
        throw new IllegalArgumentException("an event has a type, and data with an id");
      }
      return new ProviderEvent(
          id, type, subject.isBlank() ? Optional.empty() : Optional.of(subject));
    } catch (IOException e) {
      throw new IllegalArgumentException("an event is JSON", e);
    }
  }

  private static boolean isUnsound(String text, int longest) {
    return text.length() > longest || text.chars().anyMatch(Character::isISOControl);
  }

  boolean isAboutFineTuning() {
    return type.startsWith("fine_tuning.job.");
  }
}
