package io.tokenledger.gateway.background;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tokenledger.gateway.accounting.StartedCall;
import java.io.UncheckedIOException;

/** A call as a row holds it: field by field as they are named, of which some may be added. */
final class CallJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CallJson() {}

  static String of(StartedCall call) {
    try {
      return JSON.writeValueAsString(call);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StartedCall read(String json) {
    try {
      return JSON.readValue(json, StartedCall.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
