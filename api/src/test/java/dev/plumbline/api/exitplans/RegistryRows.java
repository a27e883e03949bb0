package dev.plumbline.api.exitplans;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.organisations.Organisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Models in the registry of the first organisation. */
final class RegistryRows {

  private RegistryRows() {}

  static void fineTune(String model, String owner, String billed) {
    try (Connection connection = Connections.superuser();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into fine_tune (organisation_id, id, provider, model, base, hyperparameters,
                  dataset_files, cost_currency, cost_billed, owner, metrics, state, state_since,
                  state_reason, registered_at, changed_at)
                values (?, gen_random_uuid(), 'openai', ?, 'gpt-4o-2024-08-06', '{}', '{}', 'USD',
                  cast(? as numeric), ?, '{}', 'serving', now(), '', now(), now())""")) {
      insert.setObject(1, Organisation.FIRST.id());
      insert.setString(2, model);
      insert.setString(3, billed);
      insert.setString(4, owner);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
