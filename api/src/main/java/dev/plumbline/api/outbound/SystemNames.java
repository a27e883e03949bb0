package dev.plumbline.api.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The resolver of this machine, with a deadline that it does not have itself: a look-up that takes
 * longer goes on in a thread of its own, of which there are few. A name that hangs takes one of
 * them however often it is asked for, and an address in digits takes none.
 */
final class SystemNames implements NameLookup {

  static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final int MOST_THREADS = 32;
  private static final Pattern FOUR_BYTES =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), SystemNames::daemon);
  private final Map<String, FutureTask<InetAddress[]>> running = new ConcurrentHashMap<>();
  private final Resolver resolver;

  SystemNames() {
    this(InetAddress::getAllByName);
  }

  SystemNames(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Asks for as long as it takes. */
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  @Override
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    if (FOUR_BYTES.matcher(host).matches() || host.indexOf(':') >= 0) {
      return List.of(InetAddress.getByName(host)); // digits: nobody is asked
    }
    try {
      return List.of(found(host).get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw unknown("no address of that name");
    } catch (TimeoutException | RejectedExecutionException e) {
      throw unknown("the name servers take too long");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("interrupted");
    }
  }

  private Future<InetAddress[]> found(String host) {
    FutureTask<InetAddress[]> own = new FutureTask<>(() -> resolver.addresses(host));
    FutureTask<InetAddress[]> begun = running.putIfAbsent(host, own);
    if (begun != null) {
      return begun;
    }
    try {
      threads.execute(
          () -> {
            try {
              own.run();
            } finally {
              running.remove(host, own);
            }
          });
      return own;
    } catch (RejectedExecutionException e) {
      running.remove(host, own);
      throw e;
    }
  }

  private static UnknownHostException unknown(String why) {
    return new UnknownHostException(why);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plumbline-names");
    thread.setDaemon(true);
    return thread;
  }
}
