package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The elements of a body, one after the other: of an array, or values that stand behind one
 * another, as lines do. What the body says of its type does not count: LiteLLM calls each of them
 * JSON.
 */
final class Elements {

  private final byte[] body;
  private final Receiver receiver;
  private JsonParser parser;
  private int index;

  /** Where in the body the parser began. */
  private int base;

  /** Where in the body the last element ended. */
  private int done;

  private Elements(byte[] body, Receiver receiver) {
    this.body = body;
    this.receiver = receiver;
  }

  /** Who is told of each. */
  interface Receiver {

    void payload(int index, Payload payload);

    /** Not an object. */
    void other(int index);

    /**
     * No JSON: the rest of the line, or of the array, is passed over.
     *
     * @param atByte where in the body
     */
    void broken(int index, long atByte);
  }

  /** Tells of each; of none where there is none. */
  static void read(byte[] body, Receiver receiver) {
    try {
      new Elements(body, receiver).read();
    } catch (IOException e) {
      throw new UncheckedIOException("the body is in memory", e);
    }
  }

  private void read() throws IOException {
    boolean array = isArray();
    while (done < body.length) {
      base = done;
      parser = PayloadReading.JSON.createParser(body, base, body.length - base);
      try {
        readValues(array);
        done = body.length;
      } catch (JsonProcessingException | NumberFormatException e) {
        // The latter for an exponent of more than ten digits.
        receiver.broken(index++, base + Math.max(0, parser.currentLocation().getByteOffset()));
        done = array ? body.length : afterNextLine();
      }
    }
  }

  private void readValues(boolean array) throws IOException {
    JsonToken token = parser.nextToken();
    if (array && token == JsonToken.START_ARRAY) {
      token = parser.nextToken();
    }
    while (token != null && !(array && token == JsonToken.END_ARRAY)) {
      take(token);
      index++;
      done = base + (int) parser.currentLocation().getByteOffset();
      token = parser.nextToken();
    }
  }

  private void take(JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      receiver.payload(index, PayloadReading.read(parser));
    } else {
      parser.skipChildren();
      receiver.other(index);
    }
  }

  /** By its first character. */
  private boolean isArray() {
    for (byte each : body) {
      if (!isSpace(each)) {
        return each == '[';
      }
    }
    return false;
  }

  /**
   * After the line that begins where the last element ended: one whose text is not closed has eaten
   * the next one.
   */
  private int afterNextLine() {
    int at = done;
    while (at < body.length && isSpace(body[at])) {
      at++;
    }
    while (at < body.length && body[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
  }
}
