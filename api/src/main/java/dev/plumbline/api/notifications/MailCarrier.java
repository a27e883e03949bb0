package dev.plumbline.api.notifications;

import dev.plumbline.api.secrets.Secret;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** E-mail by the operator's server. The Message-ID is the same on every attempt. */
@ApplicationScoped
class MailCarrier implements Carrier {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final ReactiveMailer mailer;

  MailCarrier(ReactiveMailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public Set<ChannelKind> kinds() {
    return Set.of(ChannelKind.EMAIL);
  }

  @Override
  public Attempt carry(Parcel parcel, ChannelEntity channel, Optional<Secret> secret) {
    Payload payload = parcel.payload();
    Mail mail =
        Mail.withText(parcel.recipient(), Wording.subject(payload), Wording.body(payload))
            .addHeader("Message-ID", "<" + parcel.stableId() + "@plumbline>")
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      mailer.send(mail).await().atMost(LONGEST);
      return new Attempt.Delivered(250);
    } catch (TimeoutException e) {
      return new Attempt.Postponed(0, "the mail server did not answer in time", Optional.empty());
    } catch (RuntimeException e) {
      return new Attempt.Postponed(
          0, "the mail server did not take it: " + rootMessage(e), Optional.empty());
    }
  }

  /** The server's words, such as "550 no such user"; our own addresses may be in it. */
  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).replaceAll("\\p{Cntrl}+", " ");
  }
}
