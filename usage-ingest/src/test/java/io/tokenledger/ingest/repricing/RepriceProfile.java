package io.tokenledger.ingest.repricing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nothing is repriced by itself: the test takes each step, and can stop between any two. */
public final class RepriceProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "tokenledger.reprice.every", "1h",
        "tokenledger.reprice.look-again", "0s",
        "tokenledger.adjustments.every", "1h",
        "tokenledger.reprice.chunk-size", "13");
  }
}
