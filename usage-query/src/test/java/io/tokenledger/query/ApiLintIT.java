package io.tokenledger.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.api.ApiLint;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LedgerServers.class)
class ApiLintIT {

  @Test
  void theDocumentIsValidAndComplete() {
    ApiLint.assertClean();
  }
}
