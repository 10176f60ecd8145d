package io.tokenledger.acceptance.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.truth.ModelPrices;
import io.tokenledger.local.Component;

/** Prices that the harness sets by hand, past the proxy. */
public final class OwnPrices {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CREATED = 201;

  private final Api api;
  private int changes;

  OwnPrices(Api api) {
    this.api = api;
  }

  /** In force for every event that can be accepted. */
  public void set(ModelPrices model) {
    ModelPrices.Prices prices = model.prices().orElseThrow();
    ObjectNode body = JSON.createObjectNode().put("effectiveFrom", "2000-01-01T00:00:00Z");
    prices.putInto(body.putObject("rates"));
    put(model.provider() + "/" + model.name(), body);
  }

  /** A new price of a model that no event is of: a new book, and news of it. */
  public void changeAnother() {
    changes++;
    ObjectNode body = JSON.createObjectNode();
    body.putObject("rates").put("input", Integer.toString(changes)).put("output", "0");
    put("in-house/never-called", body);
  }

  private void put(String model, ObjectNode body) {
    Api.Answer answer =
        api.call(
            Component.PRICING_SERVICE,
            "PUT",
            "/v1/prices/" + model,
            api.superadmin(),
            body.toString());
    if (answer.status() != CREATED) {
      throw new IllegalStateException("pricing-service answered " + answer);
    }
  }
}
