package dev.plumbline.api.limits;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.hash.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;

/**
 * Limits that all instances share, for the few doors where somebody may be guessing: PostgreSQL
 * keeps them.
 */
@ApplicationScoped
public class SharedThrottle {

  /** Checks and takes in one statement, so that two instances cannot both take the last one. */
  private static final String TAKE =
      """
      insert into throttle as t (subject, busy_until)
      values (:subject, clock_timestamp() + cast(:each as bigint) * interval '1 microsecond')
      on conflict (subject) do update
      set busy_until = greatest(t.busy_until, clock_timestamp())
        + cast(:each as bigint) * interval '1 microsecond'
      where t.busy_until <= clock_timestamp()
        + cast(:slack as bigint) * interval '1 microsecond'
      returning 1""";

  private static final String WAIT =
      """
      select cast(ceil(extract(epoch from busy_until - clock_timestamp()) * 1000000) as bigint)
      from throttle where subject = :subject""";

  private final EntityManager entities;

  SharedThrottle(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes one of the allowance. It stays taken when the caller's own transaction is rolled back.
   *
   * @param door what is done, for example {@code sign-in}
   * @param who an address, an id; it is stored as a hash
   * @throws dev.plumbline.api.problem.ProblemException 429 with the time to wait, when there is
   *     none left
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void take(String door, String who, Allowance allowance) {
    byte[] subject = subject(door, who);
    clean();
    if (!taken(subject, allowance)) {
      throw Problem.of(ErrorCode.TOO_MANY_REQUESTS, "this was tried too often")
          .withRemedy("wait as long as Retry-After says")
          .retryAfter(waiting(subject, allowance))
          .asException();
    }
  }

  private boolean taken(byte[] subject, Allowance allowance) {
    Duration slack = allowance.horizon().minus(allowance.each());
    List<?> row =
        entities
            .createNativeQuery(TAKE, Integer.class)
            .setParameter("subject", subject)
            .setParameter("each", micros(allowance.each()))
            .setParameter("slack", micros(slack))
            .getResultList();
    return !row.isEmpty();
  }

  private Duration waiting(byte[] subject, Allowance allowance) {
    List<?> row =
        entities
            .createNativeQuery(WAIT, Long.class)
            .setParameter("subject", subject)
            .getResultList();
    Duration slack = allowance.horizon().minus(allowance.each());
    return row.stream()
        .findFirst()
        .map(micros -> Duration.ofNanos((Long) micros * 1000).minus(slack))
        .orElse(Duration.ZERO);
  }

  /** A few old rows each time, past those that somebody else is using. */
  private void clean() {
    entities
        .createNativeQuery(
            """
            delete from throttle where subject in (
              select subject from throttle where busy_until < clock_timestamp()
              order by busy_until limit 10 for update skip locked)""")
        .executeUpdate();
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }

  private static byte[] subject(String door, String who) {
    return Sha256.of(door + '\n' + who);
  }
}
