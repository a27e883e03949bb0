package dev.plumbline.api.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A process that inserts numbers for ever and prints each one after its commit. */
final class WritingProcess {

  private WritingProcess() {}

  public static void main(String[] args) throws SQLException {
    DatabaseSettings settings =
        DatabaseSettings.defaults().in(Path.of(args[0])).withBinaries(Path.of(args[1]));
    EmbeddedDatabase database = EmbeddedDatabase.start(settings, message -> {});
    Sql.execute(database, "create table acknowledged (number int primary key)");
    try (Connection connection = Sql.connect(database);
        PreparedStatement insert =
            connection.prepareStatement("insert into acknowledged values (?)")) {
      for (int number = 0; ; number++) {
        insert.setInt(1, number);
        insert.executeUpdate();
        System.out.println(number);
      }
    }
  }
}
