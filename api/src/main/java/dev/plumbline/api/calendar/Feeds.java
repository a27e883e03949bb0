package dev.plumbline.api.calendar;

import dev.plumbline.api.access.BaseUrl;
import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses to subscribe to: made, listed, revoked. */
@ApplicationScoped
class Feeds {

  private static final int MOST = 200;

  private final FeedRepository feeds;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final BaseUrl base;
  private final SecureRandom chance = new SecureRandom();

  Feeds(FeedRepository feeds, Tenancy tenancy, AuditTrail trail, BaseUrl base) {
    this.feeds = feeds;
    this.tenancy = tenancy;
    this.trail = trail;
    this.base = base;
  }

  @Transactional
  List<FeedView> list(Caller caller) {
    caller.require(Permissions.CALENDAR_READ, Optional.empty());
    return feeds.list(caller.organisation()).stream().map(FeedView::of).toList();
  }

  /**
   * Makes a feed: its addresses are in the answer and nowhere else.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 beyond 200 that are not revoked
   */
  @Transactional
  CreatedFeed create(Caller caller, String name, CalendarQuery query) {
    caller.require(Permissions.CALENDAR_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    long active =
        feeds.list(caller.organisation()).stream().filter(row -> row.revokedAt == null).count();
    if (active >= MOST) {
      throw Problem.of(ErrorCode.CONFLICT, "there are %d feeds, which is the limit".formatted(MOST))
          .withRemedy("revoke those that nobody reads")
          .asException();
    }
    FeedSecret secret = FeedSecret.make(chance);
    FeedEntity row = row(caller, name, query, secret);
    feeds.add(row);
    FeedView view = FeedView.of(row);
    record(caller, AuditedChange.of("calendar_feed.created", "calendar_feed", row.id).to(view));
    return new CreatedFeed(
        address(secret, FeedFiles.CALENDAR), address(secret, FeedFiles.EVENTS), view);
  }

  private FeedEntity row(Caller caller, String name, CalendarQuery query, FeedSecret secret) {
    FeedEntity row = new FeedEntity();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.secretHash = secret.hash();
    row.name = name;
    row.take(query);
    row.createdAt = feeds.now();
    row.createdBy = caller.actor().name();
    return row;
  }

  private String address(FeedSecret secret, String file) {
    return base.of(FeedFiles.PATH + secret.reveal() + "/" + file);
  }

  /** Nobody reads it from now on. Once more changes nothing. */
  @Transactional
  FeedView revoke(Caller caller, UUID id) {
    tenancy.enterAlone(caller.organisation());
    FeedEntity row = existing(caller.organisation(), id);
    caller.require(Permissions.CALENDAR_WRITE, Optional.empty());
    if (row.revokedAt != null) {
      return FeedView.of(row);
    }
    FeedView before = FeedView.of(row);
    row.revokedAt = feeds.now();
    FeedView after = FeedView.of(row);
    record(
        caller,
        AuditedChange.of("calendar_feed.revoked", "calendar_feed", id).from(before).to(after));
    return after;
  }

  private FeedEntity existing(Organisation organisation, UUID id) {
    return feeds
        .find(organisation, id)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no such feed").asException());
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
