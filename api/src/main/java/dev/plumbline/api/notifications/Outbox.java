package dev.plumbline.api.notifications;

import dev.plumbline.api.access.BaseUrl;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertSeverity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Writes messages in the transaction of their cause: both are there, or neither. */
@ApplicationScoped
public class Outbox {

  private final ChannelRepository channels;
  private final DeliveryRepository deliveries;
  private final BaseUrl baseUrl;
  private final Clock clock;
  private final Event<NoticesWritten> written;

  Outbox(
      ChannelRepository channels,
      DeliveryRepository deliveries,
      BaseUrl baseUrl,
      Clock clock,
      Event<NoticesWritten> written) {
    this.channels = channels;
    this.deliveries = deliveries;
    this.baseUrl = baseUrl;
    this.clock = clock;
    this.written = written;
  }

  /** There is something to deliver, once the transaction has succeeded. */
  record NoticesWritten(Organisation organisation) {}

  /**
   * For every channel that hears of it; in a transaction that has entered the organisation. A
   * revision of an alert that was told before breaks the transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void write(Organisation organisation, Notice notice) {
    Instant now = clock.instant();
    MessageEntity message = message(organisation, Payload.of(notice, now, baseUrl.of("")), now);
    for (Notice.Item item : notice.items()) {
      deliveries.cause(organisation, item.alert(), item.step().after().revision(), message.id);
    }
    for (ChannelEntity channel : channels.all(organisation)) {
      if (channel.isEnabled() && channel.hears(notice.severity())) {
        address(message, channel, recipients(channel, notice), at(channel, notice, now));
      }
    }
    written.fire(new NoticesWritten(organisation));
  }

  /** A message of no alert to one channel, at once. */
  UUID writeTest(Organisation organisation, ChannelEntity channel, String recipient) {
    Instant now = clock.instant();
    MessageEntity message =
        message(organisation, Payload.test(channel.name, now, baseUrl.of("")), now);
    Set<String> recipients = new LinkedHashSet<>(channel.addresses());
    if (channel.kind() != ChannelKind.EMAIL) {
      recipients = Set.of("");
    } else if (recipients.isEmpty()) {
      recipients.add(recipient); // owners are not bothered: whoever tests it hears of it
    }
    address(message, channel, recipients, now);
    return message.id;
  }

  private MessageEntity message(Organisation organisation, Payload payload, Instant now) {
    MessageEntity message = new MessageEntity();
    message.organisationId = organisation.id();
    message.id = UUID.randomUUID();
    message.at = now;
    message.test = payload.isTest();
    message.payload = payload.text();
    deliveries.insert(message);
    return message;
  }

  private static Set<String> recipients(ChannelEntity channel, Notice notice) {
    if (channel.kind() != ChannelKind.EMAIL) {
      return Set.of("");
    }
    Set<String> all = new LinkedHashSet<>(channel.addresses());
    if (channel.toOwners && notice.contact().contains("@")) {
      all.add(notice.contact());
    }
    return all;
  }

  private static Instant at(ChannelEntity channel, Notice notice, Instant now) {
    return notice.severity() == AlertSeverity.CRITICAL
        ? now
        : channel.quietHours().map(quiet -> quiet.endAfter(now)).orElse(now);
  }

  private void address(
      MessageEntity message, ChannelEntity channel, Set<String> recipients, Instant first) {
    for (String recipient : recipients) {
      DeliveryEntity delivery = new DeliveryEntity();
      delivery.organisationId = message.organisationId;
      delivery.id = UUID.randomUUID();
      delivery.messageId = message.id;
      delivery.channelId = channel.id;
      delivery.recipient = recipient;
      delivery.state = "pending";
      delivery.createdAt = message.at;
      delivery.nextAttemptAt = first;
      deliveries.insert(delivery);
    }
  }
}
