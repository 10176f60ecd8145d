package io.tokenledger.query.dashboard;

import io.tokenledger.query.signin.SignIn;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the page asks before anything else. Nothing in it is a secret. */
@Path("/app/config.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
class PageConfigResource {

  private final DashboardConfig config;
  private final SignIn signIn;

  PageConfigResource(DashboardConfig config, SignIn signIn) {
    this.config = config;
    this.signIn = signIn;
  }

  @GET
  @PermitAll
  @Operation(summary = "How the dashboard signs people in, and where the services are")
  public PageConfig config() {
    return PageConfig.of(config, signIn.isOn());
  }
}
