package dev.plumbline.api.notifications;

import dev.plumbline.api.notifications.MailConfig.Encryption;
import dev.plumbline.api.secrets.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * E-mail by the operator's server, each in a connection of its own: mail is rare, and what is not
 * kept open cannot go stale. The Message-ID is the same on every attempt.
 */
@ApplicationScoped
class MailCarrier implements Carrier {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final MailConfig config;
  private final Clock clock;
  private final Session session;

  MailCarrier(MailConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.session = Session.getInstance(settings(config), authenticator(config));
  }

  @Override
  public Set<ChannelKind> kinds() {
    return Set.of(ChannelKind.EMAIL);
  }

  @Override
  public Attempt carry(Parcel parcel, ChannelEntity channel, Optional<Secret> secret) {
    try {
      Transport.send(message(parcel));
      return new Attempt.Delivered(250);
    } catch (MessagingException e) {
      Throwable root = root(e);
      String why =
          root instanceof SocketTimeoutException
              ? "the mail server did not answer in time"
              : "the mail server did not take it: " + oneLine(root.getMessage());
      return new Attempt.Postponed(0, why, Optional.empty());
    }
  }

  private MimeMessage message(Parcel parcel) throws MessagingException {
    Payload payload = parcel.payload();
    MimeMessage mail = new WithOwnId(session, "<" + parcel.stableId() + "@plumbline>");
    mail.setFrom(new InternetAddress(config.from(), true));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.recipient(), true));
    mail.setSubject(Wording.subject(payload), "UTF-8");
    mail.setText(Wording.body(payload), "UTF-8");
    mail.setHeader("Content-Transfer-Encoding", "quoted-printable");
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setSentDate(Date.from(clock.instant()));
    return mail;
  }

  private static Properties settings(MailConfig config) {
    Encryption encryption = encryption(config);
    Properties settings = new Properties();
    settings.put("mail.smtp.host", config.host());
    settings.put("mail.smtp.port", String.valueOf(config.port().orElse(encryption.port())));
    settings.put("mail.smtp.auth", String.valueOf(config.username().isPresent()));
    settings.put("mail.smtp.ssl.enable", String.valueOf(encryption == Encryption.TLS));
    settings.put("mail.smtp.starttls.enable", String.valueOf(encryption == Encryption.START_TLS));
    settings.put("mail.smtp.starttls.required", String.valueOf(encryption == Encryption.START_TLS));
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.connectiontimeout", String.valueOf(CONNECT.toMillis()));
    settings.put("mail.smtp.timeout", String.valueOf(ANSWER.toMillis()));
    settings.put("mail.smtp.writetimeout", String.valueOf(ANSWER.toMillis()));
    settings.put("mail.smtp.localhost", "plumbline"); // else our own name is looked up
    return settings;
  }

  private static Encryption encryption(MailConfig config) {
    boolean here = Set.of("localhost", "127.0.0.1", "::1").contains(config.host());
    return config.encryption().orElse(here ? Encryption.NONE : Encryption.START_TLS);
  }

  private static Authenticator authenticator(MailConfig config) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(
            config.username().orElse(""), config.password().orElse(""));
      }
    };
  }

  /** The server's own words, such as "550 no such user", are the last in the chain. */
  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String oneLine(String words) {
    return String.valueOf(words).replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static final class WithOwnId extends MimeMessage {

    private final String id;

    WithOwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
