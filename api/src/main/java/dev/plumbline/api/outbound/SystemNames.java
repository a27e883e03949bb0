package dev.plumbline.api.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The resolver of this machine, with a deadline that it does not have itself: a look-up that takes
 * longer goes on in a thread of its own, of which there are few.
 */
final class SystemNames implements NameLookup {

  static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final int MOST_THREADS = 32;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), SystemNames::daemon);

  @Override
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(host));
      return List.of(found.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw unknown("no address of that name");
    } catch (TimeoutException | RejectedExecutionException e) {
      throw unknown("the name servers take too long");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("interrupted");
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
