package io.tokenledger.ingest.intake.otlp.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Walks JSON, reading only what is asked for. Null is as absent, as everywhere in the JSON of
 * protobuf; a value of another type than the field's is malformed.
 */
final class JsonFields {

  private static final int MAX_TEXT = 2_000;

  /** Of an unsigned number of 64 bits. */
  private static final int MAX_DIGITS = 20;

  private JsonFields() {}

  /** Reads the fields it knows. */
  @FunctionalInterface
  interface Reader {
    /**
     * @param in stands at the value, and afterwards at its end
     * @return false when the field is unknown and nothing of it was read
     */
    boolean read(String field, JsonParser in) throws IOException;
  }

  /** Reads one element. */
  @FunctionalInterface
  interface Element {
    void read(JsonParser in) throws IOException;
  }

  static void object(JsonParser in, Reader fields) throws IOException {
    if (isNull(in)) {
      return;
    }
    require(in, in.currentToken() == JsonToken.START_OBJECT, "an object");
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      in.nextToken();
      if (!fields.read(field, in)) {
        in.skipChildren();
      }
    }
  }

  /** True, so that a reader may end with it. */
  static boolean each(JsonParser in, Element element) throws IOException {
    if (!isNull(in)) {
      require(in, in.currentToken() == JsonToken.START_ARRAY, "a list");
      while (in.nextToken() != JsonToken.END_ARRAY) {
        element.read(in);
      }
    }
    return true;
  }

  static boolean objects(JsonParser in, Reader fields) throws IOException {
    return each(in, element -> object(element, fields));
  }

  static String text(JsonParser in) throws IOException {
    if (isNull(in)) {
      return "";
    }
    require(in, in.currentToken() == JsonToken.VALUE_STRING, "a text");
    return SpanAttributes.cut(in.getText(), MAX_TEXT);
  }

  /** An unsigned number of 64 bits, as a text or not; {@code 1.7e18} is one. */
  static long unsigned(JsonParser in) throws IOException {
    if (isNull(in)) {
      return 0;
    }
    require(in, in.currentToken().isScalarValue(), "a number");
    try {
      BigDecimal number = new BigDecimal(SpanAttributes.cut(in.getText(), MAX_TEXT));
      require(in, Math.abs((long) number.scale()) <= MAX_DIGITS, "a whole number of 64 bits");
      BigInteger whole = number.toBigIntegerExact();
      require(in, whole.signum() >= 0 && whole.bitLength() <= 64, "a whole number of 64 bits");
      return whole.longValue();
    } catch (ArithmeticException | NumberFormatException e) {
      throw malformed(in, "a whole number of 64 bits");
    }
  }

  /** A number of an enumeration, or its name: some senders write it, though they must not. */
  static int enumerated(JsonParser in, String... names) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      String told = in.getText();
      for (int i = 0; i < names.length; i++) {
        if (told.equals(names[i])) {
          return i;
        }
      }
    }
    return (int) unsigned(in);
  }

  static void requireEnd(JsonParser in) throws IOException {
    if (in.nextToken() != null) {
      throw InvalidExportException.malformed("The body must be one JSON object.");
    }
  }

  static InvalidExportException malformed(JsonParser in, String whatIsAllowed) {
    return InvalidExportException.malformed(
        "Field '" + place(in) + "' must be " + whatIsAllowed + ".");
  }

  private static void require(JsonParser in, boolean held, String whatIsAllowed) {
    if (!held) {
      throw malformed(in, whatIsAllowed);
    }
  }

  /** Names are those of fields that are read; others are passed over. */
  private static String place(JsonParser in) {
    String pointer = in.getParsingContext().pathAsPointer().toString();
    return pointer.isEmpty() ? "/" : pointer;
  }

  private static boolean isNull(JsonParser in) {
    return in.currentToken() == JsonToken.VALUE_NULL;
  }
}
