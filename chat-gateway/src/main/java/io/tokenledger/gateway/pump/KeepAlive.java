package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.answer.AnswerTap;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Comments in a stream of events that is silent while a model thinks, since balancers on the way
 * end what is silent for a minute. A comment is never an event: clients would take it for a chunk.
 */
final class KeepAlive {

  private static final Buffer COMMENT = Buffer.buffer(": keep-alive\n\n");

  private final long everyNanos;
  private final boolean allowed;
  private final AnswerTap tap;
  private long writtenAt = System.nanoTime();

  KeepAlive(Duration every, MultiMap headers, AnswerTap tap) {
    this.everyNanos = every.toNanos();
    this.allowed = isPlainEventStream(headers);
    this.tap = tap;
  }

  void written() {
    writtenAt = System.nanoTime();
  }

  Optional<Buffer> commentWhenSilent(long now) {
    return allowed && now - writtenAt >= everyNanos && tap.atBoundary()
        ? Optional.of(COMMENT.copy())
        : Optional.empty();
  }

  /** Between compressed bytes, or beyond a length that was told, nothing can be put. */
  private static boolean isPlainEventStream(MultiMap headers) {
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream")
        && (encoding == null || encoding.equalsIgnoreCase("identity"))
        && !headers.contains(HttpHeaders.CONTENT_LENGTH);
  }
}
