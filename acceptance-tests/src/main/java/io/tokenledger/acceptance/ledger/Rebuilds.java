package io.tokenledger.acceptance.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.local.Component;

/** Rebuilds of all rollups that count what will not come any more, as the runbook has them. */
final class Rebuilds {

  private static final String PATH = "/v1/rollups/rebuilds";
  private static final String EVERYTHING = "{\"all\":true,\"countOverdue\":true}";

  private final Api api;

  Rebuilds(Api api) {
    this.api = api;
  }

  /** Asks for one, when none is under way. */
  void ask() {
    String token = api.superadmin();
    if (!isUnderWay(api.get(Component.USAGE_AGGREGATOR, PATH, token).json())) {
      api.call(Component.USAGE_AGGREGATOR, "POST", PATH, token, EVERYTHING);
    }
  }

  private static boolean isUnderWay(JsonNode rebuilds) {
    for (JsonNode each : rebuilds) {
      if (!each.hasNonNull("finishedAt")) {
        return true;
      }
    }
    return false;
  }
}
