package dev.plumbline.lifecycle.deprecation.moves;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import java.time.LocalDate;
import java.util.Optional;

/** Claims about the service of one base, as short as a line of a table. */
final class Claims {

  static final Source PAGE = new Source("page", Source.Kind.PROVIDER_PAGE);
  static final Source BLOG = new Source("blog", Source.Kind.THIRD_PARTY);

  private Claims() {}

  /**
   * @param date a day, {@code >=} and a day, or nothing for a page that states none
   */
  static DateClaim claim(String date, Source source, String seenOn) {
    return claim(date, source, LocalDate.parse(seenOn), ClaimScope.EVERYWHERE);
  }

  static DateClaim claim(String date, Source source, LocalDate seenOn, ClaimScope scope) {
    return new DateClaim(
        new ClaimKey(
            new Subject(Provider.OPENAI, Subject.Kind.BASE, "gpt-x"), LifeClock.INFERENCE, scope),
        statement(date, source),
        Evidence.seen(source.name(), source, seenOn));
  }

  private static Statement statement(String date, Source source) {
    if (date.isEmpty()) {
      return Statement.withdrawn();
    }
    if (date.startsWith(">=")) {
      return Statement.of(LocalDate.parse(date.substring(2)), ClaimCertainty.EARLIEST);
    }
    return Statement.of(
        LocalDate.parse(date),
        source.kind() == Source.Kind.PROVIDER_PAGE
            ? ClaimCertainty.COMMITTED
            : ClaimCertainty.SECONDARY);
  }

  static Optional<LocalDate> day(String date) {
    return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date.replace(">=", "")));
  }
}
