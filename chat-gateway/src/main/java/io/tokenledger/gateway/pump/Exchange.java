package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.answer.AnswerTap;
import io.tokenledger.gateway.upstream.Upstream;
import io.tokenledger.gateway.upstream.UpstreamClients;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * One call between a client and an upstream. All of it happens on the client's event loop, so there
 * are no locks.
 */
public final class Exchange {

  private final Vertx vertx;
  private final PumpConfig config;
  private final UpstreamClients clients;
  private final Client client;
  private final Upstream upstream;
  private final Departure departure;
  private long sentAt;

  Exchange(
      Vertx vertx,
      PumpConfig config,
      UpstreamClients clients,
      Client client,
      Upstream upstream,
      Departure departure) {
    this.vertx = vertx;
    this.config = config;
    this.clients = clients;
    this.client = client;
    this.upstream = upstream;
    this.departure = departure;
  }

  /**
   * Sends a request, and waits for the headers of its answer. It is sent once: only who knows that
   * nothing was done may send another.
   *
   * <p>Fails with {@link CallRefusedException}.
   */
  public Future<Answer> send(Outgoing outgoing) {
    if (departure.isCut()) {
      return Future.failedFuture(Refusals.clientGone());
    }
    return clients
        .request(upstream, outgoing.method(), outgoing.uri(), outgoing.headers())
        .recover(failure -> Future.failedFuture(notSent(failure)))
        .compose(request -> sent(request, outgoing));
  }

  private Future<Answer> sent(HttpClientRequest request, Outgoing outgoing) {
    Promise<Answer> answered = Promise.promise();
    departure.then(
        () -> {
          request.reset();
          answered.tryFail(Refusals.clientGone());
        },
        () -> {});
    long timer =
        vertx.setTimer(
            upstream.idleTimeout().toMillis(),
            id -> {
              answered.tryFail(Refusals.silent());
              request.reset();
            });
    request
        .response()
        .onSuccess(response -> answered.tryComplete(held(response)))
        .onFailure(failure -> answered.tryFail(Refusals.broken()));
    sentAt = System.nanoTime();
    write(request, outgoing);
    return answered.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private static Answer held(HttpClientResponse response) {
    response.pause();
    return new Answer(response);
  }

  private void write(HttpClientRequest request, Outgoing outgoing) {
    if (outgoing.body().isPresent()) {
      request.end(outgoing.body().get());
    } else {
      Upload.start(vertx, client.request(), request, config.bodyPatience());
    }
  }

  /**
   * Hands an answer on.
   *
   * @param headers that the client gets
   * @param tap reads it on its way
   */
  public Future<Passed> pass(Answer answer, MultiMap headers, AnswerTap tap) {
    return new AnswerPump(vertx, config, client, upstream, departure, sentAt)
        .pass(answer, headers, tap);
  }

  /** To be called once, when the call has come to its end, whichever. */
  public void end() {
    departure.end();
  }

  private static CallRefusedException notSent(Throwable failure) {
    return failure.getClass().getSimpleName().startsWith("ConnectionPoolTooBusy")
        ? Refusals.busy()
        : Refusals.unreachable();
  }
}
