package dev.plumbline.api.problem;

import java.util.Locale;

/**
 * Every error that the HTTP interface knows, with its status. The code is part of the interface.
 */
public enum ErrorCode {
  INVALID_INPUT(400, "The input is not valid"),
  MALFORMED_JSON(400, "The body is not the JSON that was expected"),
  BAD_REQUEST(400, "The request is not understood"),
  UNAUTHORIZED(401, "Credentials are needed"),
  FORBIDDEN(403, "Not allowed"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "No such representation"),
  REQUEST_TIMEOUT(408, "The request took too long"),
  CONFLICT(409, "In conflict with what is stored"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something failed in the server"),
  UNAVAILABLE(503, "Not available for now");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The published spelling, for example {@code invalid-input}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code for a status that a framework chose; other client errors are plain bad requests. */
  static ErrorCode ofStatus(int status) {
    for (ErrorCode code : values()) {
      if (code.status == status && code != INVALID_INPUT && code != MALFORMED_JSON) {
        return code;
      }
    }
    return status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
  }
}
