package io.tokenledger.gateway.pump;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Hands a body on as it comes, no faster than the upstream takes it. */
final class Upload {

  private final Vertx vertx;
  private final HttpServerRequest from;
  private final HttpClientRequest to;
  private final Duration patience;
  private long lastByteAt = System.nanoTime();
  private boolean paused;
  private long tick;

  private Upload(Vertx vertx, HttpServerRequest from, HttpClientRequest to, Duration patience) {
    this.vertx = vertx;
    this.from = from;
    this.to = to;
    this.patience = patience;
  }

  /**
   * A request without a body is ended at once: handed on as a stream it would become a chunked one,
   * which servers refuse on a GET.
   */
  static void start(Vertx vertx, HttpServerRequest from, HttpClientRequest to, Duration patience) {
    if (from.isEnded() || !hasBody(from)) {
      to.end();
      return;
    }
    if (to.headers().get(HttpHeaders.CONTENT_LENGTH) == null) {
      to.setChunked(true);
    }
    new Upload(vertx, from, to, patience).start();
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
            || request.version() == io.vertx.core.http.HttpVersion.HTTP_2
        : !length.equals("0");
  }

  private void start() {
    tick = vertx.setPeriodic(Ticks.of(patience), id -> look());
    from.handler(this::came);
    from.endHandler(end -> finish());
    from.exceptionHandler(failed -> giveUp());
    to.exceptionHandler(failed -> vertx.cancelTimer(tick));
    from.resume();
  }

  private void came(Buffer some) {
    lastByteAt = System.nanoTime();
    to.write(some);
    if (to.writeQueueFull()) {
      paused = true;
      from.pause();
      to.drainHandler(drained -> goOn());
    }
  }

  private void goOn() {
    paused = false;
    lastByteAt = System.nanoTime();
    from.resume();
  }

  private void finish() {
    vertx.cancelTimer(tick);
    to.end();
  }

  private void look() {
    if (!paused && System.nanoTime() - lastByteAt >= patience.toNanos()) {
      giveUp();
    }
  }

  /** The upstream must not take half a body for a whole one. */
  private void giveUp() {
    vertx.cancelTimer(tick);
    to.reset();
  }
}
