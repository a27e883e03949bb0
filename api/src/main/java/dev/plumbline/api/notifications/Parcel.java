package dev.plumbline.api.notifications;

import java.util.UUID;

/**
 * One delivery on its way.
 *
 * @param message its id on every attempt and in every repetition
 * @param body of the message, as stored
 * @param attempts including this one; fences off workers that were too slow
 * @param tries including this one, since it was last sent anew
 */
record Parcel(
    UUID delivery,
    UUID message,
    UUID channel,
    String recipient,
    String body,
    int attempts,
    int tries) {

  String stableId() {
    return "msg_" + message;
  }

  Payload payload() {
    return Payload.read(body);
  }
}
