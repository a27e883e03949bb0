package dev.plumbline.api.notifications;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.secrets.MasterKeyMissingException;
import dev.plumbline.api.secrets.SealBrokenException;
import dev.plumbline.api.secrets.Secret;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sends what is due. Each channel has one worker at a time on this instance, so a bad one keeps
 * nobody waiting but itself.
 */
@ApplicationScoped
class Deliverer {

  private static final int CHANNELS_AT_ONCE = 8;

  /** Of one channel in one run: a run must end. */
  private static final int MOST = 2_000;

  private final DeliveryDesk desk;
  private final Instance<Carrier> carriers;
  private final ExecutorService workers;

  Deliverer(DeliveryDesk desk, @Any Instance<Carrier> carriers) {
    this.desk = desk;
    this.carriers = carriers;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.workers =
        Executors.newFixedThreadPool(
            CHANNELS_AT_ONCE,
            work -> {
              Thread thread = new Thread(work, "plumbline-delivery");
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
  }

  /** Waits until everything that is due was tried once; the number that arrived. */
  int deliver(Organisation organisation) {
    List<UUID> channels = desk.channelsWithWork(organisation);
    if (channels.size() == 1) {
      return deliver(organisation, channels.get(0));
    }
    List<CompletableFuture<Integer>> running = new ArrayList<>();
    for (UUID channel : channels) {
      running.add(CompletableFuture.supplyAsync(() -> deliver(organisation, channel), workers));
    }
    return running.stream().mapToInt(CompletableFuture::join).sum();
  }

  private int deliver(Organisation organisation, UUID id) {
    int arrived = 0;
    for (int i = 0; i < MOST; i++) {
      Optional<ChannelEntity> channel = desk.channel(organisation, id);
      if (channel.isEmpty()) {
        return arrived;
      }
      Optional<Parcel> parcel = desk.claim(organisation, id);
      if (parcel.isEmpty()) {
        return arrived;
      }
      Attempt attempt = attempt(organisation, channel.get(), parcel.get());
      if (attempt instanceof Attempt.Delivered) {
        arrived++;
      }
      if (!desk.settle(organisation, channel.get(), parcel.get(), attempt)) {
        return arrived; // the others wait as well
      }
    }
    return arrived;
  }

  private Attempt attempt(Organisation organisation, ChannelEntity channel, Parcel parcel) {
    try {
      Optional<Secret> secret = desk.secret(organisation, channel);
      try {
        return carrier(channel.kind()).carry(parcel, channel, secret);
      } finally {
        secret.ifPresent(Secret::close);
      }
    } catch (MasterKeyMissingException | SealBrokenException e) {
      return new Attempt.Postponed(0, "the channel's secret cannot be opened", Optional.empty());
    } catch (RuntimeException e) {
      Log.errorf(e, "a defect in a channel of the kind %s", channel.kind);
      return new Attempt.Postponed(0, "a defect of Plumbline: see its log", Optional.empty());
    }
  }

  private Carrier carrier(ChannelKind kind) {
    return carriers.stream()
        .filter(each -> each.kinds().contains(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody carries " + kind));
  }

  /** Without waiting. */
  void deliverSoon(Organisation organisation) {
    workers.execute(
        () -> {
          for (UUID channel : desk.channelsWithWork(organisation)) {
            workers.execute(() -> deliver(organisation, channel));
          }
        });
  }
}
