package io.tokenledger.events.provider;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads the test resources; a stream becomes the array of its chunks, as a producer merges it. */
final class RecordedResponses {

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String FOLDER = "/provider-usage/";

  private RecordedResponses() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(String file) {
    String text = text(file);
    if (file.endsWith(".json")) {
      return json(text);
    }
    return file.endsWith(".sse") ? array(sseData(text)) : array(text.lines());
  }

  /** The payload of each event, without comments, event names and the end mark. */
  private static Stream<String> sseData(String text) {
    return text.lines()
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.substring("data:".length()).strip())
        .filter(data -> !data.equals("[DONE]"));
  }

  private static JsonNode array(Stream<String> documents) {
    ArrayNode array = JSON.createArrayNode();
    documents.filter(document -> !document.isBlank()).forEach(d -> array.add(json(d)));
    return array;
  }

  private static String text(String file) {
    try (InputStream in = RecordedResponses.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
