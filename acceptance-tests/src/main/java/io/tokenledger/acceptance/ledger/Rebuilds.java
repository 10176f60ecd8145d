package io.tokenledger.acceptance.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.local.Component;

/** Rebuilds of all rollups, one at a time. */
public final class Rebuilds {

  private static final String PATH = "/v1/rollups/rebuilds";

  private final Api api;

  Rebuilds(Api api) {
    this.api = api;
  }

  /** Asks for one, when none is under way. */
  public void ask() {
    ask("{\"all\":true}");
  }

  /** The same, which counts what will not come any more, as the runbook has it. */
  public void askWithOverdue() {
    ask("{\"all\":true,\"countOverdue\":true}");
  }

  public boolean isUnderWay() {
    for (JsonNode each : api.get(Component.USAGE_AGGREGATOR, PATH, api.superadmin()).json()) {
      if (!each.hasNonNull("finishedAt")) {
        return true;
      }
    }
    return false;
  }

  private void ask(String order) {
    if (!isUnderWay()) {
      api.call(Component.USAGE_AGGREGATOR, "POST", PATH, api.superadmin(), order);
    }
  }
}
