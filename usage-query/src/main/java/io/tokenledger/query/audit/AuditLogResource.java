package io.tokenledger.query.audit;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.http.PageParameters;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What was done to an org. */
@Path("/orgs/{orgId}/audit-log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit log")
class AuditLogResource {

  private final AuditReads log;
  private final CallerAccess access;

  AuditLogResource(AuditReads log, CallerAccess access) {
    this.log = log;
    this.access = access;
  }

  @GET
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(summary = "Who changed what in this org, the last first, for owners and admins")
  public Uni<AuditAnswer> list(@RestPath String orgId, @BeanParam PageParameters page) {
    int limit = page.limit();
    return log.entries(access.granted(), page.before(), limit + 1)
        .map(found -> AuditAnswer.of(found, limit));
  }
}
