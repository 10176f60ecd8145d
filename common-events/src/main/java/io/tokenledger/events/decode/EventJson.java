package io.tokenledger.events.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How JSON from outside is read: bounded, nothing ambiguous, numbers never through a double. */
public final class EventJson {

  /** No JSON from outside goes beyond these. */
  public static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxStringLength(UsageLimits.MAX_MESSAGE_BYTES)
          .maxNestingDepth(UsageLimits.MAX_JSON_DEPTH)
          .maxTokenCount(UsageLimits.MAX_JSON_TOKENS)
          .maxNumberLength(UsageLimits.MAX_NUMBER_LENGTH)
          .maxNameLength(UsageLimits.MAX_NAME_LENGTH)
          .build();

  /** Without interning: the names of a hostile message must not outlive it. */
  public static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.CHARSET_DETECTION)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(BOUNDS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public static final ObjectReader READER = JSON.reader();

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The highest bit of each of eight bytes. */
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private EventJson() {}

  /**
   * Parses one JSON value in UTF-8; a byte order mark is passed over, as RFC 8259 permits.
   *
   * @param message null and empty are not JSON
   * @param maxBytes refuses what is larger
   */
  static JsonNode parse(byte[] message, int maxBytes) {
    int length = message == null ? 0 : message.length;
    if (length > maxBytes) {
      throw new InvalidEventException(
          RejectionCode.TOO_LARGE, "the message must not be larger than " + maxBytes + " bytes");
    }
    int start = beginsWithMark(message, length) ? BYTE_ORDER_MARK.length : 0;
    try {
      JsonNode json = length == start ? JSON.missingNode() : read(message, start);
      if (json.isMissingNode()) {
        throw notJson("the message is empty");
      }
      return json;
    } catch (InvalidEventException e) {
      throw e.code() == RejectionCode.NOT_JSON && length > 0 ? byItsBegin(message, e) : e;
    }
  }

  /** What it is rather than what it is not, where that can be seen. */
  private static InvalidEventException byItsBegin(byte[] message, InvalidEventException notJson) {
    if (ForeignFormat.isSchemaFramed(message)) {
      return new InvalidEventException(
          RejectionCode.SCHEMA_FRAMED,
          "the message begins with the byte 0 and a schema's number, as a schema registry's"
              + " serializer writes it: it must be JSON alone");
    }
    return ForeignFormat.packedWith(message)
        .map(
            with ->
                new InvalidEventException(
                    RejectionCode.COMPRESSED,
                    "the message is packed with "
                        + with
                        + ": it must be JSON; Kafka's clients compress by compression.type"))
        .orElse(notJson);
  }

  private static JsonNode read(byte[] message, int start) {
    requireUtf8(message);
    try {
      return READER.readTree(message, start, message.length - start);
    } catch (StreamConstraintsException e) {
      throw new InvalidEventException(RejectionCode.TOO_LARGE, UsageLimits.JSON_RULE + where(e));
    } catch (MismatchedInputException e) {
      throw notJson("the message must be one JSON value that names no field twice" + where(e));
    } catch (JsonProcessingException e) {
      throw notJson("the message is not well-formed JSON" + where(e));
    } catch (NumberFormatException e) {
      // Jackson lets it through for an exponent of more than ten digits.
      throw new InvalidEventException(
          RejectionCode.TOO_LARGE, "the message must not hold a number beyond 10^2147483647");
    } catch (IOException e) {
      throw notJson("the message cannot be read");
    }
  }

  private static boolean beginsWithMark(byte[] message, int length) {
    int mark = BYTE_ORDER_MARK.length;
    return length >= mark
        && ByteBuffer.wrap(message, 0, mark).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
  }

  /**
   * Jackson itself lets overlong forms and encoded halves of surrogate pairs pass. What is ASCII,
   * as most messages are all through, is only looked at.
   */
  private static void requireUtf8(byte[] message) {
    int ascii = asciiLength(message);
    if (ascii == message.length) {
      return;
    }
    try {
      ByteBuffer rest = ByteBuffer.wrap(message, ascii, message.length - ascii);
      StandardCharsets.UTF_8.newDecoder().decode(rest);
    } catch (CharacterCodingException e) {
      throw notJson("the message is not UTF-8");
    }
  }

  /** How many bytes at the beginning are ASCII, to within eight. */
  private static int asciiLength(byte[] message) {
    ByteBuffer bytes = ByteBuffer.wrap(message);
    int at = 0;
    while (at + Long.BYTES <= message.length && (bytes.getLong(at) & NOT_ASCII) == 0) {
      at += Long.BYTES;
    }
    boolean atTheEnd = message.length - at < Long.BYTES;
    while (atTheEnd && at < message.length && message[at] >= 0) {
      at++;
    }
    return at;
  }

  private static InvalidEventException notJson(String detail) {
    return new InvalidEventException(RejectionCode.NOT_JSON, detail);
  }

  /** Says where, without repeating the message, which may hold a prompt. */
  private static String where(JsonProcessingException failure) {
    JsonLocation at = failure.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
