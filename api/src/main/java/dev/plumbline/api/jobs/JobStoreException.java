package dev.plumbline.api.jobs;

import java.sql.SQLException;

/** The rows of jobs cannot be read or written for now. */
public class JobStoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  JobStoreException(SQLException cause) {
    super("the rows of jobs are not available: " + cause.getSQLState(), cause);
  }
}
