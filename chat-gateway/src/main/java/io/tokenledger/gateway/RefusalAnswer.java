package io.tokenledger.gateway;

import io.tokenledger.gateway.refusal.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Writes a refusal in the form of the API that was called. */
final class RefusalAnswer {

  /** So long a client that still sends its body may take to read why it is refused. */
  private static final long LINGER_MILLIS = 2000;

  private RefusalAnswer() {}

  static void write(Vertx vertx, Call call, Refusal refusal) {
    HttpServerRequest request = call.request();
    HttpServerResponse answer = request.response();
    if (call.client.isGone() || answer.ended()) {
      return;
    }
    if (answer.headWritten()) {
      call.client.dismiss();
      return;
    }
    answer.setStatusCode(refusal.status());
    refusal.headers(call.target.api()).forEach(answer::putHeader);
    boolean whole = request.isEnded();
    if (!whole && request.version() != HttpVersion.HTTP_2) {
      answer.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    answer.end(refusal.body(call.target.api()));
    if (!whole) {
      dropTheRest(vertx, request);
    }
  }

  /** Closed at once, the connection would take the answer along that is on its way. */
  private static void dropTheRest(Vertx vertx, HttpServerRequest request) {
    long timer = vertx.setTimer(LINGER_MILLIS, id -> request.connection().close());
    request.handler(dropped -> {});
    request.exceptionHandler(failed -> vertx.cancelTimer(timer));
    request.endHandler(end -> vertx.cancelTimer(timer));
    request.resume();
  }
}
