package io.tokenledger.acceptance.truth;

import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message no event can be made of.
 *
 * @param value null for a message without a value
 * @param reason why it is not accepted
 */
public record HostileMessage(byte[] value, RejectionCode reason) {

  private static final String HEAD = "{\"eventId\":\"hostile\",\"orgId\":\"north\",";
  private static final String CALL = HEAD + "\"provider\":\"openai\",\"modelName\":\"gpt-4o\",";
  private static final Duration OLDER_THAN_RETENTION = Duration.ofDays(1_900);

  /** The value as text. */
  public String text() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** Those that are a line of text. */
  public static List<HostileMessage> lines() {
    return List.of(
        line("this is not JSON", RejectionCode.NOT_JSON),
        line(CALL + "\"inputTokens\":1", RejectionCode.NOT_JSON),
        line(CALL + "\"inputTokens\":1,\"inputTokens\":2}", RejectionCode.NOT_JSON),
        line("[]", RejectionCode.NOT_AN_OBJECT),
        line("null", RejectionCode.NOT_AN_OBJECT),
        line("{}", RejectionCode.MISSING_FIELD),
        line(HEAD + "\"modelName\":\"gpt-4o\"}", RejectionCode.MISSING_FIELD),
        line(HEAD + "\"provider\":\"openai\"}", RejectionCode.MISSING_FIELD),
        line(CALL + "\"inputTokens\":-1}", RejectionCode.INVALID_FIELD),
        line(CALL + "\"outputTokens\":1e400}", RejectionCode.INVALID_FIELD),
        line(CALL + "\"inputTokens\":\"12\"}", RejectionCode.INVALID_FIELD),
        line(CALL + "\"cacheReadTokens\":1}", RejectionCode.INVALID_FIELD),
        line(CALL + "\"userId\":\"a\\u0000b\"}", RejectionCode.INVALID_FIELD),
        line(CALL + "\"userId\":\"\\ud800\"}", RejectionCode.INVALID_FIELD),
        line(CALL + "\"occurredAt\":\"9999-01-01T00:00:00Z\"}", RejectionCode.INVALID_FIELD),
        line(CALL + "\"rawUsage\":{\"tokens\":[1]}}", RejectionCode.UNKNOWN_USAGE_SHAPE),
        line(CALL + "\"metadata\":" + "[".repeat(5_000) + "}", RejectionCode.TOO_LARGE));
  }

  /** The lines, what no line can hold, times out of bounds, and a type we do not know yet. */
  public static List<HostileMessage> all(Instant now) {
    List<HostileMessage> all = new ArrayList<>(lines());
    all.add(new HostileMessage(null, RejectionCode.NOT_JSON));
    all.add(new HostileMessage(new byte[0], RejectionCode.NOT_JSON));
    all.add(new HostileMessage(new byte[] {'{', 0, '}'}, RejectionCode.NOT_JSON));
    all.add(new HostileMessage(encodedSurrogate(), RejectionCode.NOT_JSON));
    all.add(new HostileMessage(new byte[] {0x1f, (byte) 0x8b, 8}, RejectionCode.COMPRESSED));
    all.add(new HostileMessage(new byte[] {0, 0, 0, 0, 7, '{', '}'}, RejectionCode.SCHEMA_FRAMED));
    all.add(line(CALL + "\"inputTokens\":1e99999999999}", RejectionCode.TOO_LARGE));
    all.add(line(CALL + "\"inputTokens\":" + "9".repeat(80) + "}", RejectionCode.TOO_LARGE));
    all.add(
        line(
            CALL + "\"metadata\":" + "[".repeat(40) + "]".repeat(40) + "}",
            RejectionCode.TOO_LARGE));
    all.add(at(now.plus(UsageLimits.MAX_AHEAD).plusSeconds(3_600), RejectionCode.INVALID_FIELD));
    all.add(at(now.minus(OLDER_THAN_RETENTION), RejectionCode.TOO_LATE));
    all.add(
        line(
            "{\"specversion\":\"1.0\",\"type\":\"llm.usage.v2\",\"id\":\"hostile\",\"source\":\"/\","
                + "\"data\":"
                + CALL
                + "\"inputTokens\":1}}",
            RejectionCode.UNSUPPORTED_TYPE));
    return all;
  }

  /** Larger than an event may be, and still small enough for Kafka. */
  public static HostileMessage oversized() {
    byte[] value = new byte[UsageLimits.MAX_MESSAGE_BYTES + 1_000];
    Arrays.fill(value, (byte) ' ');
    byte[] event = (CALL + "\"inputTokens\":1}").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(event, 0, value, 0, event.length);
    return new HostileMessage(value, RejectionCode.TOO_LARGE);
  }

  private static HostileMessage at(Instant time, RejectionCode reason) {
    return line(CALL + "\"occurredAt\":\"" + time + "\"}", reason);
  }

  /** Half of a surrogate pair, written as three bytes: no UTF-8. */
  private static byte[] encodedSurrogate() {
    byte[] value = (CALL + "\"userId\":\"###\"}").getBytes(StandardCharsets.UTF_8);
    byte[] half = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
    int at = new String(value, StandardCharsets.US_ASCII).indexOf("###");
    System.arraycopy(half, 0, value, at, half.length);
    return value;
  }

  private static HostileMessage line(String text, RejectionCode reason) {
    return new HostileMessage(text.getBytes(StandardCharsets.UTF_8), reason);
  }
}
