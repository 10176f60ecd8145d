package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.refusal.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/**
 * Why the gateway itself ends a call.
 *
 * @param refusal where nothing was answered yet
 * @param lastWords the same as the last event, or line, of a stream
 * @param events whether they are an event
 */
public record Stop(Ending ending, Refusal refusal, Buffer lastWords, boolean events) {

  /** Whether a stream could go on with them. */
  boolean fits(HttpClientResponse answer) {
    String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
    String encoding = answer.getHeader(HttpHeaders.CONTENT_ENCODING);
    String stream = events ? "text/event-stream" : "application/x-ndjson";
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith(stream)
        && (encoding == null || encoding.equalsIgnoreCase("identity"))
        && answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null;
  }
}
