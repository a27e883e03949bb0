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

/** The trail for spreadsheets. */
@Path("/api/v1/audit.csv")
@Tag(name = "Audit")
class AuditCsv {

  private final AuditFiles files;

  AuditCsv(AuditFiles files) {
    this.files = files;
  }

  @GET
  @Produces("text/csv")
  @PermissionsAllowed(Permissions.AUDIT_READ)
  @Operation(summary = "Downloads entries as CSV, with cells that no spreadsheet runs")
  public Response download(@BeanParam AuditFilter filter) {
    return files.csv(filter);
  }
}
