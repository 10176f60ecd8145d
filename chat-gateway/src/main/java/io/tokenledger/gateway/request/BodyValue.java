package io.tokenledger.gateway.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** The value that a parser stands at, with its place in the body. */
final class BodyValue {

  /** What is longer is none of the short texts that are read: ids, names, tags. */
  private static final int MAX_TEXT_BYTES = 4 * 1024;

  private static final int MAX_DIGITS = 18;

  private final byte[] body;
  private final int offset;
  private final JsonParser parser;

  /**
   * @param offset of the parser's first byte
   */
  BodyValue(byte[] body, int offset, JsonParser parser) {
    this.body = body;
    this.offset = offset;
    this.parser = parser;
  }

  JsonToken token() {
    return parser.currentToken();
  }

  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  boolean isTrue() {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  boolean isFalse() {
    return parser.currentToken() == JsonToken.VALUE_FALSE;
  }

  /** Where it begins, with its quote or brace. */
  int start() {
    return offset + Math.toIntExact(parser.currentTokenLocation().getByteOffset());
  }

  /** Behind the closing quote of a string. Of one that is not closed, the end of the body. */
  int endOfString(int start) {
    int at = start + 1;
    while (at < body.length && body[at] != '"') {
      at += body[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, body.length);
  }

  /** Of a string that is not too long, and not empty; numbers and booleans in their text form. */
  Optional<String> text() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (token == JsonToken.VALUE_STRING) {
      int start = start();
      if (endOfString(start) - start > MAX_TEXT_BYTES) {
        return Optional.empty();
      }
    }
    return Optional.of(parser.getText()).filter(text -> !text.isBlank());
  }

  /** Of a whole number that is not negative. */
  OptionalLong number() throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getTextLength() > MAX_DIGITS) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(parser.getText());
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** Whether another field of the object follows; its name is then {@link #name}. */
  boolean nextField() throws IOException {
    return parser.nextToken() == JsonToken.FIELD_NAME;
  }

  JsonToken next() throws IOException {
    return parser.nextToken();
  }

  /** Of the field that the value belongs to, be it through lists. */
  String name() {
    JsonStreamContext context = parser.getParsingContext();
    while (context.inArray()) {
      context = context.getParent();
    }
    String name = context.getCurrentName();
    return name == null ? "" : name;
  }

  /** To the end of the value. */
  void skip() throws IOException {
    parser.skipChildren();
  }
}
