package io.tokenledger.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import io.tokenledger.service.testing.api.ApiFuzz;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing that can be sent to the API makes a 5xx. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ApiFuzzIT {

  private static final int REQUESTS = 20_000;

  @Test
  void hostileRequestsAreAnsweredOrRefused() {
    TestLedger.migrate();
    TestLedger.member("fuzz-org", "fuzz-owner", "owner");
    TestLedger.member("fuzz-org", "fuzz-member", "member");
    ApiFuzz.assertWithstands(
        REQUESTS,
        List.of(
            TestTokens.token("fuzz-owner"),
            TestTokens.token("fuzz-owner"),
            TestTokens.token("fuzz-member"),
            ""),
        Map.of("orgId", "fuzz-org"));
  }
}
