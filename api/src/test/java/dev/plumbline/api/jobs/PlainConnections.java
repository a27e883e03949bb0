package dev.plumbline.api.jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** Connections for Quartz in a process without a pool. */
public final class PlainConnections implements ConnectionProvider {

  private String url;
  private String user;
  private String password;

  public void setUrl(String url) {
    this.url = url;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public void initialize() {
    // nothing to prepare
  }

  @Override
  public void shutdown() {
    // nothing to close
  }
}
