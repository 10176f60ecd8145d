package io.tokenledger.query.me;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the caller is. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orgs")
class MeResource {

  private final CallerProfiles profiles;

  MeResource(CallerProfiles profiles) {
    this.profiles = profiles;
  }

  @GET
  @Authenticated
  @Operation(summary = "Who the caller is, and what they may do in which org")
  public Uni<MeAnswer> me() {
    return profiles.ofCaller();
  }
}
