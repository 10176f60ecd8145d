package io.tokenledger.gateway.pump;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a body into memory, within its bounds: so much of one call, of one org, of all, and neither
 * standing still for long nor coming for ever.
 */
public final class BodyReading {

  private final HttpServerRequest request;
  private final OpenCall call;
  private final PumpConfig config;
  private final Buffer body = Buffer.buffer();
  private final Promise<Buffer> whole = Promise.promise();
  private final long begunAt = System.nanoTime();
  private long lastByteAt = begunAt;

  private BodyReading(HttpServerRequest request, OpenCall call, PumpConfig config) {
    this.request = request;
    this.call = call;
    this.config = config;
  }

  /** Fails with {@link CallRefusedException}, or with what the connection says. */
  public static Future<Buffer> of(
      Vertx vertx, HttpServerRequest request, OpenCall call, PumpConfig config) {
    return new BodyReading(request, call, config).read(vertx);
  }

  private Future<Buffer> read(Vertx vertx) {
    request.handler(this::came);
    request.endHandler(end -> whole.tryComplete(body));
    request.exceptionHandler(whole::tryFail);
    long tick = vertx.setPeriodic(Ticks.of(config.bodyPatience()), id -> look());
    request.resume();
    return whole.future().onComplete(done -> vertx.cancelTimer(tick));
  }

  private void came(Buffer some) {
    lastByteAt = System.nanoTime();
    if (body.length() + some.length() > config.maxRequestBytes()) {
      refuse(Refusals.tooLarge(config.maxRequestBytes()));
      return;
    }
    try {
      call.hold(some.length());
      body.appendBuffer(some);
    } catch (CallRefusedException e) {
      refuse(e);
    }
  }

  private void look() {
    long now = System.nanoTime();
    if (now - lastByteAt >= config.bodyPatience().toNanos()
        || now - begunAt >= config.bodyTimeout().toNanos()) {
      refuse(Refusals.stalledBody());
    }
  }

  /** The rest is read and dropped, so that the client, which still sends, sees the answer. */
  private void refuse(CallRefusedException refusal) {
    request.handler(dropped -> {});
    whole.tryFail(refusal);
  }
}
