package dev.plumbline.api.limits;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of one organisation are worked on at the same time. Alone it may use much;
 * while others are there too, each gets an equal part, and what is more waits without holding a
 * thread. So expensive requests of one never take all workers from the others.
 *
 * @param <K> names an organisation
 */
final class FairShares<K> {

  /** Somebody counts as being there for so long after their last request. */
  private static final long ACTIVE_NANOS = 10_000_000_000L;

  private static final long SWEEP_EVERY_NANOS = 1_000_000_000L;

  private final ShareSizes sizes;
  private final LongSupplier nanos;
  private final Map<K, Share> shares = new HashMap<>();
  private long swept;

  /** One organisation's. */
  private static final class Share {
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int running;
    private long lastSeen;
  }

  /** A request that has not begun. Exactly one of start and withdrawal happens. */
  static final class Waiting {
    private final Runnable start;

    private Waiting(Runnable start) {
      this.start = start;
    }
  }

  /** Where a request stands after it was offered. */
  enum Place {
    STARTED,
    WAITING,
    REFUSED
  }

  /**
   * The answer to an offer.
   *
   * @param ticket by which it is withdrawn
   */
  record Offer(Place place, Waiting ticket) {}

  FairShares(ShareSizes sizes, LongSupplier nanos) {
    this.sizes = sizes;
    this.nanos = nanos;
    this.swept = nanos.getAsLong();
  }

  /** Starts it now, or when there is room; the caller says {@link #done} once it has ended. */
  Offer offer(K organisation, Runnable start) {
    Waiting ticket = new Waiting(start);
    Place place = placed(organisation, ticket);
    if (place == Place.STARTED) {
      start.run();
    }
    return new Offer(place, ticket);
  }

  private synchronized Place placed(K organisation, Waiting ticket) {
    Share share = shares.computeIfAbsent(organisation, key -> new Share());
    share.lastSeen = nanos.getAsLong();
    if (share.running < size() && share.waiting.isEmpty()) {
      share.running++;
      return Place.STARTED;
    }
    if (share.waiting.size() >= sizes.waiting()) {
      return Place.REFUSED;
    }
    share.waiting.add(ticket);
    return Place.WAITING;
  }

  /** False when it has been started already. */
  synchronized boolean withdraw(K organisation, Waiting ticket) {
    Share share = shares.get(organisation);
    return share != null && share.waiting.remove(ticket);
  }

  /** A request that was started has ended; the next ones begin. */
  void done(K organisation) {
    for (Waiting next = next(organisation, true); next != null; next = next(organisation, false)) {
      next.start.run();
    }
  }

  private synchronized @Nullable Waiting next(K organisation, boolean ended) {
    Share share = shares.get(organisation);
    if (share == null) {
      return null;
    }
    if (ended) {
      share.running--;
    }
    if (share.running >= size()) {
      return null;
    }
    Waiting next = share.waiting.poll();
    if (next != null) {
      share.running++;
    }
    return next;
  }

  /** Of everybody who is there now. */
  private int size() {
    long now = nanos.getAsLong();
    if (now - swept >= SWEEP_EVERY_NANOS) {
      swept = now;
      sweep(now - ACTIVE_NANOS);
    }
    return shares.size() <= 1 ? sizes.alone() : Math.max(1, sizes.shared() / shares.size());
  }

  /** Drops who has not been seen for a while and has nothing here; once a second is enough. */
  private void sweep(long oldest) {
    shares
        .values()
        .removeIf(
            share -> share.running == 0 && share.waiting.isEmpty() && share.lastSeen - oldest < 0);
  }

  synchronized int known() {
    return shares.size();
  }
}
