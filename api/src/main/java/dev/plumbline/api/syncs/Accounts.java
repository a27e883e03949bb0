package dev.plumbline.api.syncs;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.credentials.CredentialView;
import dev.plumbline.api.credentials.Credentials;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.providers.ProviderConnector;
import dev.plumbline.core.model.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What a caller does with accounts at providers. */
@ApplicationScoped
public class Accounts {

  private static final int MOST = 100;

  private static final String SUBJECT = "provider-account";

  private final AccountRepository rows;
  private final Credentials credentials;
  private final Connectors connectors;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  Accounts(
      AccountRepository rows,
      Credentials credentials,
      Connectors connectors,
      Tenancy tenancy,
      AuditTrail trail) {
    this.rows = rows;
    this.credentials = credentials;
    this.connectors = connectors;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  public List<AccountView> list(Caller caller) {
    caller.require(Permissions.PROVIDERS_READ, Optional.empty());
    return rows.all(caller.organisation()).stream().map(AccountView::of).toList();
  }

  /**
   * @throws ProblemException 404 when there is none of that id
   */
  public AccountView show(Caller caller, UUID id) {
    caller.require(Permissions.PROVIDERS_READ, Optional.empty());
    return AccountView.of(existing(caller, id));
  }

  @Transactional
  public AccountView add(Caller caller, AccountRequest wanted) {
    caller.require(Permissions.PROVIDERS_WRITE, Optional.empty());
    ProviderAccount account = checked(caller, wanted);
    tenancy.enterAlone(caller.organisation());
    if (rows.all(caller.organisation()).size() >= MOST) {
      throw Problem.of(ErrorCode.CONFLICT, "there are %d accounts already".formatted(MOST))
          .asException();
    }
    AccountEntity row = new AccountEntity();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.take(account);
    row.createdAt = rows.now();
    row.changedAt = row.createdAt;
    rows.insert(row);
    AccountView added = AccountView.of(row);
    record(caller, AuditedChange.of(SUBJECT + ".created", SUBJECT, row.id).to(added));
    return added;
  }

  /** Describes it anew; its provider stays. */
  @Transactional
  public AccountView change(Caller caller, UUID id, AccountRequest wanted) {
    caller.require(Permissions.PROVIDERS_WRITE, Optional.empty());
    ProviderAccount account = checked(caller, wanted);
    tenancy.enterAlone(caller.organisation());
    AccountEntity row = existing(caller, id);
    if (!row.provider.equals(account.provider().key())) {
      throw Input.refused("provider", "an account stays with its provider");
    }
    AccountView before = AccountView.of(row);
    row.take(account);
    row.disabledAt = null;
    row.changedAt = rows.now();
    rows.flush();
    AccountView after = AccountView.of(row);
    record(caller, AuditedChange.of(SUBJECT + ".changed", SUBJECT, id).from(before).to(after));
    return after;
  }

  /** It is not synced any more; what it told stays. */
  @Transactional
  public void disable(Caller caller, UUID id) {
    turn(caller, id, "disabled", row -> row.disabledAt = rows.now());
  }

  /** It is synced again. */
  @Transactional
  public void enable(Caller caller, UUID id) {
    turn(caller, id, "enabled", row -> row.disabledAt = null);
  }

  private void turn(Caller caller, UUID id, String verb, Consumer<AccountEntity> change) {
    caller.require(Permissions.PROVIDERS_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    AccountEntity row = existing(caller, id);
    AccountView before = AccountView.of(row);
    change.accept(row);
    rows.flush();
    record(
        caller,
        AuditedChange.of(SUBJECT + "." + verb, SUBJECT, id).from(before).to(AccountView.of(row)));
  }

  /** Keys of the providers that can be synced, in their order. */
  public List<String> providers() {
    return connectors.keys();
  }

  private AccountEntity existing(Caller caller, UUID id) {
    return rows.find(caller.organisation(), id)
        .orElseThrow(
            () -> Problem.of(ErrorCode.NOT_FOUND, "no provider account " + id).asException());
  }

  private ProviderAccount checked(Caller caller, AccountRequest wanted) {
    Provider provider = wanted.givenProvider();
    ProviderConnector connector = connectors.get(provider);
    ProviderAccount account = wanted.toAccount(provider, connector.usualBase());
    if (!connectors.mayReceiveKeys(connector, account.base())) {
      throw Input.refused(
          "base_url",
          "not an address of this provider; to send keys to a gateway, the operator names it in"
              + " plumbline.providers.gateways as %s".formatted(account.base()));
    }
    account
        .keys()
        .use()
        .ifPresent(id -> requireKind(caller, "credential", id, "provider", provider));
    account
        .keys()
        .management()
        .ifPresent(id -> requireKind(caller, "management_credential", id, "provider", provider));
    account
        .keys()
        .webhook()
        .ifPresent(id -> requireKind(caller, "webhook_credential", id, "channel", provider));
    return account;
  }

  /** A key of one provider must not be sent to another, whatever the account says. */
  private void requireKind(Caller caller, String field, UUID id, String kind, Provider provider) {
    CredentialView found = credential(caller, field, id);
    boolean sound =
        found.kind().equals(kind)
            && (found.provider() == null || found.provider().equals(provider.key()));
    if (!sound) {
      throw Input.refused(field, "not a credential of the kind %s for this".formatted(kind));
    }
  }

  private CredentialView credential(Caller caller, String field, UUID id) {
    try {
      return credentials.show(caller, id);
    } catch (ProblemException e) {
      throw e.problem().code() == ErrorCode.NOT_FOUND
          ? Input.refused(field, "no such credential")
          : e;
    }
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
