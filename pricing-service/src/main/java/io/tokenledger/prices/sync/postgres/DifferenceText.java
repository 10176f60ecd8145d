package io.tokenledger.prices.sync.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.prices.sync.plan.SyncDifference;

/** The difference of a run as it stands in a column; empty for none. */
final class DifferenceText {

  private static final JsonMapper JSON = new JsonMapper();

  private DifferenceText() {}

  static String encode(SyncDifference difference) {
    try {
      return JSON.writeValueAsString(difference);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static SyncDifference decode(String json) {
    try {
      return json.isEmpty() ? SyncDifference.NONE : JSON.readValue(json, SyncDifference.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored difference is not JSON", e);
    }
  }
}
