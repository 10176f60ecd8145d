package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import java.io.IOException;

/** A list from outside as a tree: bounded, nothing ambiguous, numbers never through a double. */
final class FeedJson {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(EventJson.BOUNDS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private FeedJson() {}

  /**
   * @throws SyncFailedException when it is not one JSON object within the limits; the message does
   *     not repeat the document
   */
  static JsonNode parseObject(byte[] document) {
    JsonNode root = parse(document);
    if (!root.isObject()) {
      throw new SyncFailedException(
          SyncFailure.NOT_A_PRICE_LIST, "The list is not one JSON object.");
    }
    return root;
  }

  private static JsonNode parse(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw notJson(where(e));
    } catch (IOException | NumberFormatException e) {
      // The latter is Jackson's, for an exponent of more than ten digits.
      throw notJson("");
    }
  }

  private static SyncFailedException notJson(String where) {
    return new SyncFailedException(
        SyncFailure.NOT_JSON,
        "The list is not JSON that names no field twice, or is beyond the limits of depth, numbers"
            + " and names"
            + where
            + ".");
  }

  private static String where(JsonProcessingException failure) {
    JsonLocation at = failure.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
