package io.tokenledger.ingest.intake;

import io.tokenledger.service.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the intake is doing, for people; alerts are made of the metrics. */
@Path("/v1/intake")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Caller.SUPERADMIN, Caller.EVENTS_ADMIN})
@Tag(name = "Events")
class IntakeResource {

  private final Intake intake;

  IntakeResource(Intake intake) {
    this.intake = intake;
  }

  @GET
  @Operation(summary = "How many events wait, come and were refused")
  public IntakeAnswer intake() {
    return intake.status();
  }
}
