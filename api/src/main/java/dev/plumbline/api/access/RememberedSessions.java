package dev.plumbline.api.access;

import dev.plumbline.api.identity.MemberChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions looked up a moment ago. What has ended elsewhere is still let in for at most {@link
 * #LIFETIME}; what has ended here is forgotten at once.
 */
@ApplicationScoped
class RememberedSessions {

  static final Duration LIFETIME = Duration.ofSeconds(3);
  private static final int MOST = 10_000;

  private final Map<SessionId, Remembered> known = new LinkedHashMap<>();

  private record Remembered(OpenSession session, long since) {

    boolean isFresh() {
      return System.nanoTime() - since < LIFETIME.toNanos();
    }
  }

  synchronized Optional<OpenSession> find(SessionId id) {
    return Optional.ofNullable(known.get(id)).filter(Remembered::isFresh).map(Remembered::session);
  }

  synchronized void remember(OpenSession session) {
    known.remove(session.id());
    known.put(session.id(), new Remembered(session, System.nanoTime()));
    dropOld();
  }

  /** They are in the order in which they were looked up. */
  private void dropOld() {
    Iterator<Remembered> oldestFirst = known.values().iterator();
    while (oldestFirst.hasNext()) {
      Remembered oldest = oldestFirst.next();
      if (known.size() <= MOST && oldest.isFresh()) {
        return;
      }
      oldestFirst.remove();
    }
  }

  synchronized void forgetOf(UUID member) {
    String id = member.toString();
    known.values().removeIf(each -> each.session().caller().actor().id().equals(id));
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) MemberChanged changed) {
    forgetOf(changed.member());
  }
}
