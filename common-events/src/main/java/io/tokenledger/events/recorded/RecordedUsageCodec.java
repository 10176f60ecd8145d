package io.tokenledger.events.recorded;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.EventJson;
import java.io.IOException;
import java.time.DateTimeException;

/**
 * The messages of {@link Topics#USAGE_RECORDED}: Protobuf, as {@code schema/usage-recorded.proto}
 * has it, and the JSON of earlier versions, which a first byte <code>{</code> tells. Either reader
 * passes over fields it does not know.
 */
public final class RecordedUsageCodec {

  private RecordedUsageCodec() {}

  /** As Protobuf. */
  public static byte[] encode(Recorded recorded) {
    return RecordedFormat.PROTOBUF.encode(recorded);
  }

  /**
   * @throws IllegalArgumentException when the bytes are not what a {@link RecordedFormat} writes,
   *     or are of a kind that this version does not know; the message says which
   */
  public static Recorded decode(byte[] message) {
    if (message == null || message.length == 0) {
      throw new IllegalArgumentException("it is empty");
    }
    if (message.length > UsageLimits.MAX_MESSAGE_BYTES) {
      throw new IllegalArgumentException(
          "it has %,d bytes, of at most %,d"
              .formatted(message.length, UsageLimits.MAX_MESSAGE_BYTES));
    }
    try {
      return message[0] == '{'
          ? RecordedJsonReader.read(EventJson.READER.readTree(message))
          : RecordedProtobufReader.read(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
