package io.tokenledger.acceptance;

import io.tokenledger.events.RejectionCode;
import java.util.List;

/**
 * A line no event can be made of.
 *
 * @param reason why it is not accepted
 */
record HostileLine(String text, RejectionCode reason) {

  private static final String HEAD = "{\"eventId\":\"hostile\",\"orgId\":\"north\",";
  private static final String CALL = HEAD + "\"provider\":\"openai\",\"modelName\":\"gpt-4o\",";

  static List<HostileLine> all() {
    return List.of(
        new HostileLine("this is not JSON", RejectionCode.NOT_JSON),
        new HostileLine(CALL + "\"inputTokens\":1", RejectionCode.NOT_JSON),
        new HostileLine(CALL + "\"inputTokens\":1,\"inputTokens\":2}", RejectionCode.NOT_JSON),
        new HostileLine("[]", RejectionCode.NOT_AN_OBJECT),
        new HostileLine("null", RejectionCode.NOT_AN_OBJECT),
        new HostileLine("{}", RejectionCode.MISSING_FIELD),
        new HostileLine(HEAD + "\"modelName\":\"gpt-4o\"}", RejectionCode.MISSING_FIELD),
        new HostileLine(HEAD + "\"provider\":\"openai\"}", RejectionCode.MISSING_FIELD),
        new HostileLine(CALL + "\"inputTokens\":-1}", RejectionCode.INVALID_FIELD),
        new HostileLine(CALL + "\"outputTokens\":1e400}", RejectionCode.INVALID_FIELD),
        new HostileLine(CALL + "\"inputTokens\":\"12\"}", RejectionCode.INVALID_FIELD),
        new HostileLine(CALL + "\"cacheReadTokens\":1}", RejectionCode.INVALID_FIELD),
        new HostileLine(CALL + "\"userId\":\"a\\u0000b\"}", RejectionCode.INVALID_FIELD),
        new HostileLine(CALL + "\"userId\":\"\\ud800\"}", RejectionCode.INVALID_FIELD),
        new HostileLine(
            CALL + "\"occurredAt\":\"9999-01-01T00:00:00Z\"}", RejectionCode.INVALID_FIELD),
        new HostileLine(CALL + "\"rawUsage\":{\"tokens\":[1]}}", RejectionCode.UNKNOWN_USAGE_SHAPE),
        new HostileLine(CALL + "\"metadata\":" + "[".repeat(5_000) + "}", RejectionCode.TOO_LARGE));
  }
}
