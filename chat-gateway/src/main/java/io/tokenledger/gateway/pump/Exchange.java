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
import java.util.Optional;
import java.util.function.Consumer;

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
  private AnswerPump pump;
  private Consumer<Stop> stopper = stop -> {};
  private Optional<Stop> stopped = Optional.empty();

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
    if (stopped.isPresent()) {
      return Future.failedFuture(new CallRefusedException(stopped.get().refusal()));
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
    whenStopped(
        stop -> {
          answered.tryFail(new CallRefusedException(stop.refusal(), stop.ending()));
          request.reset();
        });
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
   * Reads the beginning of an answer's body, or all of it if it is short.
   *
   * @param most after so many bytes it stops reading; more than before where it was begun before
   */
  public Future<Answer> begin(Answer answer, int most) {
    long timer =
        vertx.setTimer(
            upstream.idleTimeout().toMillis(), id -> answer.response().request().reset());
    return answer.begin(most).onComplete(begun -> vertx.cancelTimer(timer));
  }

  /**
   * Hands an answer on.
   *
   * @param headers that the client gets
   * @param tap reads it on its way
   */
  public Future<Passed> pass(Answer answer, MultiMap headers, AnswerTap tap) {
    pump = new AnswerPump(vertx, config, client, upstream, departure, sentAt);
    Future<Passed> passed = pump.pass(answer, headers, tap);
    whenStopped(pump::stop);
    return passed;
  }

  /** Ends the call, wherever it is. To be called on the client's event loop. */
  public void stop(Stop why) {
    if (stopped.isEmpty()) {
      stopped = Optional.of(why);
      stopper.accept(why);
    }
  }

  /** At once, if that was due before. */
  private void whenStopped(Consumer<Stop> then) {
    stopper = then;
    stopped.ifPresent(then);
  }

  /**
   * Done when nothing of the answer lies here any more: the client has it, or has gone. It may be
   * later than the call's end.
   */
  public Future<Void> written() {
    return pump == null ? Future.succeededFuture() : pump.written();
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
