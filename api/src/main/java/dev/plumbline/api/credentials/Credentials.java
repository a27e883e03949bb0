package dev.plumbline.api.credentials;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.api.secrets.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What a caller does with credentials; each method asks for the permission in the project. */
@ApplicationScoped
public class Credentials {

  private static final String SUBJECT = "credential";

  private final CredentialRepository rows;
  private final Tenancy tenancy;
  private final Vault vault;
  private final AuditTrail trail;

  Credentials(CredentialRepository rows, Tenancy tenancy, Vault vault, AuditTrail trail) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.vault = vault;
    this.trail = trail;
  }

  /** Those that the caller may see, by name. */
  @Transactional
  public CredentialPage list(Caller caller, CredentialSlice slice) {
    tenancy.enter(caller.organisation());
    return CredentialPage.of(rows.list(caller, Permissions.CREDENTIALS_READ, slice), slice.limit());
  }

  /**
   * @throws ProblemException 404, or 403 for one of a project that the caller may not see
   */
  @Transactional
  public CredentialView show(Caller caller, UUID id) {
    tenancy.enter(caller.organisation());
    CredentialEntity row = rows.find(caller.organisation(), id).orElseThrow(() -> missing(id));
    caller.require(Permissions.CREDENTIALS_READ, row.project());
    return CredentialView.of(row);
  }

  /**
   * Stores one and closes its secret.
   *
   * @throws ProblemException 409 for a name that is taken, 503 without a master key
   */
  @Transactional
  public CredentialView add(Caller caller, NewCredential wanted) {
    caller.require(Permissions.CREDENTIALS_WRITE, wanted.project());
    tenancy.enter(caller.organisation());
    CredentialEntity row = new CredentialEntity();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.kind = wanted.kind().label();
    row.provider = wanted.provider().orElse(null);
    row.name = wanted.name();
    row.projectId = wanted.project().orElse(null);
    seal(row, wanted.secret());
    rows.insert(row);
    record(caller, change("created", row).to(CredentialTrace.of(row).withChangedSecret()));
    return CredentialView.of(row);
  }

  /** Replaces the secret, and closes the given one. */
  @Transactional
  public CredentialView replace(Caller caller, UUID id, Secret secret) {
    tenancy.enter(caller.organisation());
    CredentialEntity row = toChange(caller, id);
    seal(row, secret);
    row.changedAt = rows.now();
    CredentialTrace trace = CredentialTrace.of(row);
    record(caller, change("secret-replaced", row).from(trace).to(trace.withChangedSecret()));
    return CredentialView.of(row);
  }

  /**
   * @throws ProblemException 409 for a name that is taken
   */
  @Transactional
  public CredentialView rename(Caller caller, UUID id, String name) {
    tenancy.enter(caller.organisation());
    CredentialEntity row = toChange(caller, id);
    CredentialTrace before = CredentialTrace.of(row);
    row.changedAt = rows.now();
    row.name = name;
    rows.flush();
    record(caller, change("renamed", row).from(before).to(CredentialTrace.of(row)));
    return CredentialView.of(row);
  }

  @Transactional
  public void delete(Caller caller, UUID id) {
    tenancy.enter(caller.organisation());
    CredentialEntity row = toChange(caller, id);
    rows.delete(row);
    record(caller, change("deleted", row).from(CredentialTrace.of(row)));
  }

  private void seal(CredentialEntity row, Secret secret) {
    try (secret) {
      row.take(vault.seal(row.place(), secret), secret);
    }
  }

  private CredentialEntity toChange(Caller caller, UUID id) {
    CredentialEntity row =
        rows.findForChange(caller.organisation(), id).orElseThrow(() -> missing(id));
    caller.require(Permissions.CREDENTIALS_WRITE, row.project());
    return row;
  }

  private static ProblemException missing(UUID id) {
    return Problem.of(ErrorCode.NOT_FOUND, "no credential " + id).asException();
  }

  private static AuditedChange change(String verb, CredentialEntity row) {
    return AuditedChange.of(SUBJECT + "." + verb, SUBJECT, row.id);
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
