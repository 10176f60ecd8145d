package io.tokenledger.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How JSON from outside is read: bounded, nothing ambiguous, numbers never through a double. */
final class EventJson {

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(UsageLimits.MAX_MESSAGE_BYTES)
                          .maxNestingDepth(UsageLimits.MAX_JSON_DEPTH)
                          .maxNumberLength(UsageLimits.MAX_NUMBER_LENGTH)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  static final ObjectReader READER = JSON.reader();

  private EventJson() {}

  /** Says what is wrong and where, without repeating the message, which may hold a prompt. */
  static String reasonOf(JsonProcessingException failure) {
    JsonLocation at = failure.getLocation();
    String where =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return "the message is not well-formed JSON" + where;
  }
}
