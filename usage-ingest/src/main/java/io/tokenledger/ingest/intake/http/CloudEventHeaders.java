package io.tokenledger.ingest.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A CloudEvent whose attributes stand in the headers {@code ce-…}, and whose body is the data. It
 * becomes one whose attributes stand beside the data, so that it goes on in one piece.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md#31-binary-content-mode">HTTP
 *     protocol binding, binary content mode</a>
 */
final class CloudEventHeaders {

  private static final String PREFIX = "ce-";
  private static final String SPEC_VERSION = PREFIX + "specversion";

  private CloudEventHeaders() {}

  static boolean areIn(HttpHeaders headers) {
    return headers.getHeaderString(SPEC_VERSION) != null;
  }

  /** The whole event. */
  static ObjectNode with(HttpHeaders headers, JsonNode data) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    headers
        .getRequestHeaders()
        .forEach(
            (header, values) -> {
              String name = header.toLowerCase(Locale.ROOT);
              if (name.startsWith(PREFIX)) {
                event.put(name.substring(PREFIX.length()), decoded(name, values.get(0)));
              }
            });
    event.set("data", data);
    return event;
  }

  /** What is not printable ASCII is percent-encoded there (section 3.1.3.2). */
  private static String decoded(String name, String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          ProblemCode.INVALID_BODY,
          "Header '" + name + "' must be percent-encoded, as CloudEvents says.");
    }
  }
}
