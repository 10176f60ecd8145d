package io.tokenledger.ingest;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.api.ApiLint;
import io.tokenledger.service.testing.api.CommittedApi;
import org.junit.jupiter.api.Test;

/** The published description: whoever reads nothing else can call every endpoint. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OpenApiIT {

  @Test
  void everyOperationIsDescribedWithExamplesAndErrors() {
    ApiLint.assertClean();
  }

  @Test
  void theDashboardIsBuiltFromThisDescription() {
    CommittedApi.assertCurrent("usage-ingest");
  }
}
