package dev.plumbline.api.pins;

import dev.plumbline.api.models.ConsumerPin;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.pins.PinEntryView.Application;
import dev.plumbline.lifecycle.pinning.Objection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An application as a person reads it in a list.
 *
 * @param now what it calls, by purpose
 * @param before what it called earlier, the newest first
 * @param refusals why today's policy would refuse what it calls
 */
record ConsumerRow(
    UUID id,
    String application,
    String owner,
    String contact,
    String criticality,
    String environment,
    boolean archived,
    List<PinEntryView> now,
    List<PinEntryView> before,
    List<String> refusals) {

  static ConsumerRow of(
      RegisteredConsumer registered,
      List<ConsumerPin> pins,
      List<PinCheck> violations,
      Instant moment) {
    Application application =
        new Application(
            registered.consumer().application(), registered.consumer().environment().label());
    List<PinEntryView> entries =
        pins.stream().map(pin -> PinEntryView.of(pin, application, moment)).toList();
    return new ConsumerRow(
        registered.id(),
        registered.consumer().application(),
        registered.consumer().owner(),
        registered.consumer().contact(),
        registered.consumer().criticality().label(),
        registered.consumer().environment().label(),
        registered.archivedAt().isPresent(),
        entries.stream().filter(entry -> entry.pin().until() == null).toList(),
        entries.stream()
            .filter(entry -> entry.pin().until() != null)
            .sorted((one, other) -> other.pin().since().compareTo(one.pin().since()))
            .toList(),
        violations.stream()
            .filter(check -> check.place().consumer().equals(registered.id()))
            .flatMap(check -> check.verdict().standing().stream())
            .map(Objection::reason)
            .toList());
  }
}
