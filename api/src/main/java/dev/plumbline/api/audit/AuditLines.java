package dev.plumbline.api.audit;

import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trail for programs. */
@Path("/api/v1/audit.jsonl")
@Tag(name = "Audit")
class AuditLines {

  private final AuditFiles files;

  AuditLines(AuditFiles files) {
    this.files = files;
  }

  @GET
  @Produces("application/jsonl")
  @PermissionsAllowed(Permissions.AUDIT_READ)
  @Operation(
      summary = "Downloads entries as JSON lines",
      description =
          "Without filters and with order=oldest it can be checked offline by `plumbline audit-log"
              + " verify`.")
  public Response download(@BeanParam AuditFilter filter) {
    return files.jsonLines(filter);
  }
}
