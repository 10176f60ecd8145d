package io.tokenledger.gateway.background;

import io.tokenledger.gateway.answer.AnswerTap;
import io.tokenledger.gateway.answer.AnswerTaps;
import io.tokenledger.gateway.answer.Reading;
import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.request.Headers;
import io.tokenledger.gateway.upstream.Upstream;
import io.tokenledger.gateway.upstream.UpstreamClients;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks a provider how a response is, with the gateway's own key. */
@ApplicationScoped
class UpstreamLook {

  private static final long PATIENCE_MILLIS = 30_000;

  private final Vertx vertx;
  private final UpstreamClients clients;

  UpstreamLook(Vertx vertx, UpstreamClients clients) {
    this.vertx = vertx;
    this.clients = clients;
  }

  /**
   * @param status of the answer
   */
  record Seen(int status, Reading reading) {}

  /** Fails where the provider does not answer in time. */
  Future<Seen> at(Upstream upstream, String path) {
    Api api = upstream.apis().iterator().next();
    MultiMap headers =
        Headers.upstream(MultiMap.caseInsensitiveMultiMap(), api, upstream.key(), false, false);
    return clients
        .request(upstream, HttpMethod.GET, upstream.uri(path), headers)
        .compose(this::answer);
  }

  private Future<Seen> answer(HttpClientRequest request) {
    long timer = vertx.setTimer(PATIENCE_MILLIS, id -> request.reset());
    return request.send().compose(UpstreamLook::read).onComplete(done -> vertx.cancelTimer(timer));
  }

  /** As it comes: nothing of it is kept but what the tap wants. */
  private static Future<Seen> read(HttpClientResponse answer) {
    MultiMap headers = answer.headers();
    AnswerTap tap =
        AnswerTaps.of(
            answer.statusCode(), headers.get("content-type"), headers.get("content-encoding"));
    Promise<Seen> seen = Promise.promise();
    answer.handler(tap::accept);
    answer.exceptionHandler(seen::tryFail);
    answer.endHandler(
        end -> {
          tap.finish();
          seen.tryComplete(new Seen(answer.statusCode(), tap.reading()));
        });
    return seen.future();
  }
}
