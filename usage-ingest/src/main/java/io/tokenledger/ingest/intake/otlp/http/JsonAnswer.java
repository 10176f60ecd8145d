package io.tokenledger.ingest.intake.otlp.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.ingest.intake.otlp.CountedSpans;
import java.nio.charset.StandardCharsets;

/** Answers in the JSON of protobuf: numbers of 64 bits are texts. */
final class JsonAnswer {

  private JsonAnswer() {}

  static byte[] of(CountedSpans spans) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (spans.rejected() > 0) {
      answer
          .putObject("partialSuccess")
          .put("rejectedSpans", Integer.toString(spans.rejected()))
          .put("errorMessage", spans.reasons());
    }
    return bytes(answer);
  }

  static byte[] status(int code, String message) {
    return bytes(JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
