package dev.plumbline.api.credentials;

import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.secrets.MasterKeyMissingException;
import dev.plumbline.api.secrets.SealBrokenException;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.api.secrets.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens secrets for the features of this process that use them; no address leads here.
 *
 * <p>Each call reads one row by its key and decrypts twice, which takes microseconds, so nothing is
 * cached and a replaced secret holds at once. It leaves a count and no audit entry: entries of an
 * organisation are written one after the other, and a probe every minute would drown the changes.
 */
@ApplicationScoped
public class CredentialSecrets {

  private final CredentialRepository rows;
  private final Tenancy tenancy;
  private final Vault vault;
  private final MeterRegistry metrics;

  CredentialSecrets(
      CredentialRepository rows, Tenancy tenancy, Vault vault, MeterRegistry metrics) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.vault = vault;
    this.metrics = metrics;
  }

  /**
   * The secret, which the caller closes; empty when the organisation has no such credential.
   *
   * @throws MasterKeyMissingException when its master key is not configured
   * @throws SealBrokenException when the row was altered
   */
  @Transactional
  public Optional<Secret> open(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return rows.find(organisation, id).map(this::opened);
  }

  private Secret opened(CredentialEntity row) {
    try {
      Secret secret = vault.open(row.place(), row.secret());
      count(row.kind, "opened");
      return secret;
    } catch (MasterKeyMissingException | SealBrokenException e) {
      count(row.kind, "refused");
      throw e;
    }
  }

  private void count(String kind, String outcome) {
    metrics
        .counter(MetricNames.SECRETS_OPENED, MetricNames.KIND, kind, MetricNames.OUTCOME, outcome)
        .increment();
  }
}
