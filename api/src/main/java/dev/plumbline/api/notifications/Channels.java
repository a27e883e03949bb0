package dev.plumbline.api.notifications;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.credentials.CredentialKind;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.credentials.NewCredential;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.secrets.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller does with channels and with what was sent to them. */
@ApplicationScoped
public class Channels {

  private static final String SUBJECT = "channel";
  private static final int SECRET_BYTES = 32;
  private static final int MOST = 100;

  private final Tenancy tenancy;
  private final ChannelRepository rows;
  private final DeliveryRepository deliveries;
  private final Credentials credentials;
  private final Outbox outbox;
  private final MemberContacts contacts;
  private final AuditTrail trail;
  private final Event<Outbox.NoticesWritten> written;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Channels(
      Tenancy tenancy,
      ChannelRepository rows,
      DeliveryRepository deliveries,
      Credentials credentials,
      Outbox outbox,
      MemberContacts contacts,
      AuditTrail trail,
      Event<Outbox.NoticesWritten> written,
      Clock clock) {
    this.tenancy = tenancy;
    this.rows = rows;
    this.deliveries = deliveries;
    this.credentials = credentials;
    this.outbox = outbox;
    this.contacts = contacts;
    this.trail = trail;
    this.written = written;
    this.clock = clock;
  }

  /** By name. */
  @Transactional
  public List<ChannelView> list(Caller caller) {
    enter(caller, Permissions.CHANNELS_READ);
    return rows.all(caller.organisation()).stream().map(ChannelView::of).toList();
  }

  /** For rules of ours: what is switched off or fails, with the reason. */
  @Transactional
  public Map<ChannelView, String> troubled(Organisation organisation) {
    tenancy.enter(organisation);
    Map<ChannelView, String> troubled = new HashMap<>();
    for (ChannelEntity row : rows.all(organisation)) {
      if (row.disabledReason != null) {
        troubled.put(ChannelView.of(row), row.disabledReason);
      }
    }
    return troubled;
  }

  @Transactional
  public ChannelView show(Caller caller, UUID id) {
    enter(caller, Permissions.CHANNELS_READ);
    return ChannelView.of(rows.find(caller.organisation(), id).orElseThrow(() -> missing(id)));
  }

  /** Its view has the signing secret of a webhook when one was made for it. */
  @Transactional
  ChannelView add(Caller caller, ChannelWish wish) {
    enter(caller, Permissions.CHANNELS_WRITE);
    if (rows.all(caller.organisation()).size() >= MOST) {
      throw Problem.of(ErrorCode.CONFLICT, "there are %d channels already".formatted(MOST))
          .asException();
    }
    ChannelEntity row = new ChannelEntity();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.kind = wish.kind().label();
    row.createdAt = clock.instant();
    row.changedAt = row.createdAt;
    row.take(wish);
    Optional<String> made =
        wish.kind() == ChannelKind.WEBHOOK && wish.secret().isEmpty()
            ? Optional.of(newSigningSecret())
            : Optional.empty();
    wish.secret().or(() -> made.map(Secret::of)).ifPresent(secret -> keep(caller, row, secret));
    rows.insert(row);
    record(
        caller,
        change("created", row).to(row.credentialId == null ? ChannelTrace.of(row) : traceOf(row)));
    return ChannelView.of(row, made.orElse(null));
  }

  private static ChannelTrace traceOf(ChannelEntity row) {
    return ChannelTrace.of(row).withChangedSecret();
  }

  /** Also takes it into service again, when it was switched off. */
  @Transactional
  ChannelView change(Caller caller, UUID id, ChannelRequest request) {
    enter(caller, Permissions.CHANNELS_WRITE);
    ChannelEntity row = forChange(caller, id);
    ChannelTrace before = ChannelTrace.of(row);
    ChannelWish wish = request.toWish(row.kind());
    row.take(wish);
    wish.secret().ifPresent(secret -> keep(caller, row, secret));
    row.disabledReason = null;
    row.failingSince = null;
    row.slowUntil = null;
    row.changedAt = clock.instant();
    rows.flush();
    record(
        caller,
        change("changed", row)
            .from(before)
            .to(wish.secret().isEmpty() ? ChannelTrace.of(row) : traceOf(row)));
    return ChannelView.of(row);
  }

  /** Takes one into service again that was switched off. */
  @Transactional
  public ChannelView enable(Caller caller, UUID id) {
    enter(caller, Permissions.CHANNELS_WRITE);
    ChannelEntity row = forChange(caller, id);
    ChannelTrace before = ChannelTrace.of(row);
    row.disabledReason = null;
    row.failingSince = null;
    row.slowUntil = null;
    row.changedAt = clock.instant();
    rows.flush();
    record(caller, change("enabled", row).from(before).to(ChannelTrace.of(row)));
    return ChannelView.of(row);
  }

  /** Nothing is sent to it any more; what was sent stays in the history. */
  @Transactional
  public void remove(Caller caller, UUID id) {
    enter(caller, Permissions.CHANNELS_WRITE);
    ChannelEntity row = forChange(caller, id);
    row.removedAt = clock.instant();
    rows.flush();
    deliveries.cancel(caller.organisation(), id);
    @Nullable UUID credential = row.credentialId;
    row.credentialId = null;
    rows.flush();
    if (credential != null) {
      credentials.delete(caller, credential);
    }
    record(caller, change("removed", row).from(ChannelTrace.of(row)));
  }

  /** Sends a message that says it is a test; its delivery tells what came of it. */
  @Transactional
  public DeliveryView.All test(Caller caller, UUID id) {
    enter(caller, Permissions.CHANNELS_WRITE);
    ChannelEntity row = forChange(caller, id);
    if (!row.isEnabled()) {
      throw Problem.of(ErrorCode.CONFLICT, "the channel is switched off: " + row.disabledReason)
          .withRemedy("save it again to take it into service")
          .asException();
    }
    boolean needsOne = row.kind() == ChannelKind.EMAIL && row.addresses().isEmpty();
    Optional<String> mine =
        needsOne ? contacts.find(caller.organisation(), caller.actor()) : Optional.empty();
    if (needsOne && mine.isEmpty()) {
      throw Input.refused(
          "address", "a token has no mailbox: name an address, or test it as a person");
    }
    UUID message = outbox.writeTest(caller.organisation(), row, mine.orElse(""));
    rows.flush();
    written.fire(new Outbox.NoticesWritten(caller.organisation()));
    record(caller, change("tested", row));
    return new DeliveryView.All(
        deliveries.recent(caller.organisation(), "", MOST).stream()
            .filter(each -> each.messageId.equals(message))
            .map(each -> DeliveryView.of(each, row.name))
            .toList());
  }

  /** The newest first; of one state, or all when it is empty. */
  @Transactional
  public DeliveryView.All deliveries(Caller caller, String state, int limit) {
    enter(caller, Permissions.CHANNELS_READ);
    Map<UUID, String> names = new HashMap<>();
    rows.all(caller.organisation()).forEach(row -> names.put(row.id, row.name));
    return new DeliveryView.All(
        deliveries.recent(caller.organisation(), state, limit).stream()
            .map(each -> DeliveryView.of(each, names.get(each.channelId)))
            .toList());
  }

  /** A dead one goes on its way again, with the id that it had. */
  @Transactional
  public DeliveryView sendAgain(Caller caller, UUID id) {
    enter(caller, Permissions.CHANNELS_WRITE);
    Organisation organisation = caller.organisation();
    DeliveryEntity row =
        deliveries
            .find(organisation, id)
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no delivery " + id).asException());
    String name =
        rows.find(organisation, row.channelId)
            .filter(ChannelEntity::isEnabled)
            .map(each -> each.name)
            .orElseThrow(
                () ->
                    Problem.of(ErrorCode.CONFLICT, "its channel is removed or switched off")
                        .withRemedy("save the channel again to take it into service")
                        .asException());
    if (!deliveries.sendAgain(organisation, id, clock.instant())) {
      throw Problem.of(ErrorCode.CONFLICT, "it is not dead but " + row.state).asException();
    }
    written.fire(new Outbox.NoticesWritten(organisation));
    record(caller, AuditedChange.of("delivery.sent-again", "delivery", id));
    Instant now = clock.instant();
    return new DeliveryView(
        row.id,
        "msg_" + row.messageId,
        row.channelId,
        name,
        row.recipient.isEmpty() ? null : row.recipient,
        "pending",
        row.attempts,
        row.createdAt,
        now,
        row.lastStatus,
        row.lastError,
        null);
  }

  private void keep(Caller caller, ChannelEntity row, Secret secret) {
    if (row.credentialId == null) {
      row.credentialId =
          credentials
              .add(
                  caller,
                  new NewCredential(
                      CredentialKind.CHANNEL,
                      Optional.empty(),
                      "channel " + row.id,
                      Optional.empty(),
                      secret))
              .id();
    } else {
      credentials.replace(caller, row.credentialId, secret);
    }
  }

  private String newSigningSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return StandardWebhook.secret(bytes);
  }

  private void enter(Caller caller, String permission) {
    caller.require(permission, Optional.empty());
    tenancy.enter(caller.organisation());
  }

  private ChannelEntity forChange(Caller caller, UUID id) {
    return rows.findForChange(caller.organisation(), id).orElseThrow(() -> missing(id));
  }

  private static ProblemException missing(UUID id) {
    return Problem.of(ErrorCode.NOT_FOUND, "no channel " + id).asException();
  }

  private static AuditedChange change(String verb, ChannelEntity row) {
    return AuditedChange.of(SUBJECT + "." + verb, SUBJECT, row.id);
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
