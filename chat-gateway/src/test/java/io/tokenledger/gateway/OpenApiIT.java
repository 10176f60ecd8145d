package io.tokenledger.gateway;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.api.ApiLint;
import io.tokenledger.service.testing.api.CommittedApi;
import org.junit.jupiter.api.Test;

/** The published description of the gateway's own API. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class OpenApiIT {

  @Test
  void everyOperationIsDescribedWithExamplesAndErrors() {
    ApiLint.assertClean();
  }

  @Test
  void theDashboardIsBuiltFromThisDescription() {
    CommittedApi.assertCurrent("chat-gateway");
  }
}
