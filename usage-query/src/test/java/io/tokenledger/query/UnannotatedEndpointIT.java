package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Who forgets to say who may call an endpoint has closed it, to superadmins too. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UnannotatedEndpointIT {

  /** Only in the tests. */
  @Path("/forgotten")
  public static class ForgottenResource {

    @GET
    @Operation(hidden = true)
    public String open() {
      return "open";
    }
  }

  @Test
  void isRefused() {
    assertThat(Api.get("/forgotten", "").status()).isEqualTo(401);
    assertThat(Api.get("/forgotten", TestTokens.token("root", "superadmin")).status())
        .isEqualTo(403);
  }
}
