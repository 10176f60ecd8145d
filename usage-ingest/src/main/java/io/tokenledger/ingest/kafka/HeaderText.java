package io.tokenledger.ingest.kafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Kafka headers as text; of headers with the same name the last. */
public final class HeaderText {

  private HeaderText() {}

  public static Map<String, String> fromHeaders(Iterable<Header> headers) {
    Map<String, String> text = new LinkedHashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return text;
  }

  /** Adds a header whose value is what {@code value.toString()} gives. */
  public static void add(Headers headers, String name, Object value) {
    headers.add(name, toBytes(value.toString()));
  }

  static byte[] toBytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of all names and values. */
  static int sizeOf(Map<String, String> headers) {
    return headers.entrySet().stream()
        .mapToInt(header -> toBytes(header.getKey()).length + toBytes(header.getValue()).length)
        .sum();
  }
}
