package dev.plumbline.api.syncs;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.providers.ProviderFailureException;
import dev.plumbline.api.secrets.MasterKeyMissingException;
import dev.plumbline.api.secrets.SealBrokenException;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.sync.CallOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Calls single models through the accounts of their provider, to see whether they answer. */
@ApplicationScoped
public class ServableCalls {

  private final AccountRepository accounts;
  private final AccountSync sync;
  private final Clock clock;

  ServableCalls(AccountRepository accounts, AccountSync sync, Clock clock) {
    this.accounts = accounts;
    this.sync = sync;
    this.clock = clock;
  }

  /** What a call found. */
  public enum Verdict {
    ANSWERED,
    /** The provider says that it has no such model any more. */
    GONE,
    /** Nobody could be asked, or the answer says nothing about the model. */
    UNKNOWN
  }

  /**
   * What came of it.
   *
   * @param words which account was asked and what it said, or why none was
   */
  public record Seen(Verdict verdict, Instant at, String words) {}

  /** Through the first account that can tell. It may cost a few tokens. */
  public Seen look(Organisation organisation, ModelKey model) {
    List<AccountEntity> asked =
        accounts.all(organisation).stream()
            .filter(row -> row.provider.equals(model.provider().key()) && row.isEnabled())
            .toList();
    if (asked.isEmpty()) {
      return seen(
          Verdict.UNKNOWN, "no account at %s can be asked".formatted(model.provider().key()));
    }
    Seen last = seen(Verdict.UNKNOWN, "no account allows calls");
    for (AccountEntity row : asked) {
      if (row.confirm) {
        last = look(organisation, row, model);
        if (last.verdict() == Verdict.ANSWERED) {
          return last;
        }
      }
    }
    return last;
  }

  private Seen look(Organisation organisation, AccountEntity row, ModelKey model) {
    try {
      CallOutcome outcome =
          sync.asking(organisation, row, feed -> feed.call(model.model()).outcome());
      return seen(verdict(outcome), "account %s: %s".formatted(row.name, words(outcome)));
    } catch (SyncFailureException | ProviderFailureException e) {
      return seen(Verdict.UNKNOWN, "account %s: %s".formatted(row.name, e.getMessage()));
    } catch (MasterKeyMissingException | SealBrokenException e) {
      return seen(
          Verdict.UNKNOWN, "account %s: its credential cannot be opened".formatted(row.name));
    }
  }

  /** That an account does not find a model can be a question of rights: another may find it. */
  private static Verdict verdict(CallOutcome outcome) {
    return switch (outcome) {
      case ANSWERED -> Verdict.ANSWERED;
      case RETIRED, NOT_FOUND -> Verdict.GONE;
      case NO_ACCESS, NO_ANSWER -> Verdict.UNKNOWN;
    };
  }

  private static String words(CallOutcome outcome) {
    return switch (outcome) {
      case ANSWERED -> "it answered";
      case RETIRED -> "the provider says that it is retired";
      case NOT_FOUND -> "the provider does not find it";
      case NO_ACCESS -> "the key may not call it";
      case NO_ANSWER -> "the provider gave no answer";
    };
  }

  private Seen seen(Verdict verdict, String words) {
    return new Seen(verdict, clock.instant(), words);
  }
}
