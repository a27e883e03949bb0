package dev.plumbline.api.webhooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.credentials.CredentialSecrets;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.secrets.Secret;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes events of providers: once each, and only with a fresh signature by the account's secret.
 */
@ApplicationScoped
class ProviderEvents {

  private final ReceiptRepository receipts;
  private final CredentialSecrets secrets;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final ObjectMapper json;
  private final Clock clock;

  ProviderEvents(
      ReceiptRepository receipts,
      CredentialSecrets secrets,
      Tenancy tenancy,
      AuditTrail trail,
      ObjectMapper json,
      Clock clock) {
    this.receipts = receipts;
    this.secrets = secrets;
    this.tenancy = tenancy;
    this.trail = trail;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps an event.
   *
   * @return to whom it was sent, when it has not come before
   * @throws ProblemException 401, which does not say whether there is such an account; 400 for what
   *     is signed and no event
   */
  @Transactional
  Optional<ReceiptRepository.Addressee> take(UUID account, SignedMessage message) {
    ReceiptRepository.Addressee to =
        receipts
            .addressee(account)
            .filter(each -> isSigned(each, message))
            .orElseThrow(ProviderEvents::unsigned);
    ProviderEvent event =
        Input.read("body", () -> ProviderEvent.of(message.id(), message.body(), json));
    tenancy.enter(to.organisation());
    if (!receipts.add(to, event)) {
      return Optional.empty();
    }
    trail.record(
        to.organisation(),
        Actor.SYSTEM,
        AuditedChange.of("provider-account.event-received", "provider-account", to.account())
            .to(new ReceiptTrace(event.type(), event.subject().orElse(null))));
    return event.isAboutFineTuning() ? Optional.of(to) : Optional.empty();
  }

  private boolean isSigned(ReceiptRepository.Addressee to, SignedMessage message) {
    if (!message.isFresh(clock.instant())) {
      return false;
    }
    Optional<Secret> secret = secrets.open(to.organisation(), to.credential());
    if (secret.isEmpty()) {
      return false;
    }
    try (Secret open = secret.get()) {
      return message.isSignedBy(open.reveal());
    } catch (IllegalArgumentException e) {
      Log.warnf("the webhook secret of provider account %s: %s", to.account(), e.getMessage());
      return false;
    }
  }

  static ProblemException unsigned() {
    return Problem.of(
            ErrorCode.UNAUTHORIZED,
            "not an event with a fresh signature by the secret of an account of ours")
        .asException();
  }
}
