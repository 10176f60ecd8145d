package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.answer.AnswerTap;
import io.tokenledger.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands the body of an answer on as it comes: no faster than the client reads, and to the end
 * though the client has left, as its {@link Departure} has it.
 */
final class AnswerPump {

  /** What is written at the end may be twice what a client is waited for in the middle. */
  private static final int LAST_PATIENCES = 2;

  private final Vertx vertx;
  private final PumpConfig config;
  private final Client client;
  private final Upstream upstream;
  private final Departure departure;
  private final long sentAt;
  private final HttpServerResponse out;
  private final Promise<Passed> done = Promise.promise();

  private HttpClientResponse in;
  private AnswerTap tap;
  private KeepAlive keepAlive;
  private long firstByteAt;
  private long lastByteAt;
  private long pausedAt;
  private boolean paused;
  private long tick;
  private Future<Void> written = Future.succeededFuture();
  private Optional<Stop> stop = Optional.empty();

  AnswerPump(
      Vertx vertx,
      PumpConfig config,
      Client client,
      Upstream upstream,
      Departure departure,
      long sentAt) {
    this.vertx = vertx;
    this.config = config;
    this.client = client;
    this.upstream = upstream;
    this.departure = departure;
    this.sentAt = sentAt;
    this.out = client.answer();
  }

  Future<Passed> pass(Answer answer, MultiMap headers, AnswerTap tap) {
    this.in = answer.response();
    this.tap = tap;
    this.keepAlive = new KeepAlive(config.keepAlive(), headers, tap);
    this.lastByteAt = System.nanoTime();
    departure.then(this::cut, this::resume);
    if (!client.isGone()) {
      AnswerHead.write(client.request(), in, headers);
      out.drainHandler(drained -> resume());
    }
    tick = vertx.setPeriodic(shortestTick(), id -> look());
    begin(answer);
    return done.future().onComplete(passed -> vertx.cancelTimer(tick));
  }

  /** Ends the answer where its next event ends, or soon: with an error, if one can be told. */
  void stop(Stop why) {
    stop = Optional.of(why);
    if (tap.atBoundary() && !done.future().isComplete()) {
      endNow(why);
    }
  }

  private void endNow(Stop why) {
    boolean mayTell = tap.atBoundary() && why.fits(in) && !client.isGone();
    tap.breakOff();
    finish(why.ending());
    in.request().reset();
    if (mayTell) {
      out.end(why.lastWords());
    } else if (!client.isGone()) {
      client.dismiss();
    }
  }

  private void begin(Answer answer) {
    if (answer.begun().length() > 0) {
      came(answer.begun());
    }
    if (answer.broken()) {
      broke(Ending.UPSTREAM_BROKE);
    } else if (answer.ended()) {
      ended();
    } else {
      listen();
    }
  }

  private void listen() {
    in.handler(this::came);
    in.endHandler(end -> ended());
    in.exceptionHandler(failed -> broke(Ending.UPSTREAM_BROKE));
    if (!paused) {
      in.resume();
    }
  }

  private void came(Buffer some) {
    lastByteAt = System.nanoTime();
    if (firstByteAt == 0) {
      firstByteAt = lastByteAt;
    }
    Buffer onward = tap.accept(some);
    if (client.isGone()) {
      departure.drained(some.length());
    } else if (onward.length() > 0) {
      write(onward);
    }
    if (stop.isPresent() && tap.atBoundary()) {
      endNow(stop.get());
    }
  }

  private void write(Buffer some) {
    keepAlive.written();
    out.write(some);
    if (out.writeQueueFull() && !paused) {
      paused = true;
      pausedAt = System.nanoTime();
      in.pause();
    }
  }

  /** The client has read, or has left and is not waited for. */
  private void resume() {
    if (paused) {
      paused = false;
      lastByteAt = System.nanoTime();
      in.resume();
    }
  }

  private void ended() {
    Buffer rest = tap.finish();
    if (client.isGone()) {
      finish(Ending.CLIENT_GONE);
      return;
    }
    written = out.end(rest);
    dismissWhoDoesNotRead();
    finish(Ending.COMPLETED);
  }

  private void dismissWhoDoesNotRead() {
    if (!written.isComplete()) {
      long patience = LAST_PATIENCES * config.clientPatience().toMillis();
      long timer = vertx.setTimer(patience, id -> client.dismiss());
      written.onComplete(done -> vertx.cancelTimer(timer));
    }
  }

  /** Done when the client has what was left, or has gone. */
  Future<Void> written() {
    return written;
  }

  /** What was held back is all that comes; the client must not take it for the whole answer. */
  private void broke(Ending ending) {
    Buffer rest = tap.breakOff();
    boolean gone = client.isGone();
    if (!gone && !done.future().isComplete()) {
      out.write(rest);
      finish(ending);
      client.dismiss();
    } else {
      finish(gone ? Ending.CLIENT_GONE : ending);
    }
  }

  private void cut() {
    in.request().reset();
    tap.breakOff();
    finish(Ending.CLIENT_GONE);
  }

  private void look() {
    long now = System.nanoTime();
    if (stop.isPresent()) {
      endNow(stop.get());
    } else if (paused && !client.isGone()) {
      if (now - pausedAt >= config.clientPatience().toNanos()) {
        client.dismiss();
      }
    } else if (now - lastByteAt >= upstream.idleTimeout().toNanos()) {
      in.request().reset();
      broke(Ending.TIMED_OUT);
    } else if (!client.isGone()) {
      keepAlive.commentWhenSilent(now).ifPresent(this::write);
    }
  }

  private void finish(Ending ending) {
    Optional<Duration> first =
        firstByteAt == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(firstByteAt - sentAt));
    done.tryComplete(new Passed(ending, in.statusCode(), first));
  }

  private long shortestTick() {
    return Stream.of(config.keepAlive(), config.clientPatience(), upstream.idleTimeout())
        .mapToLong(Ticks::of)
        .min()
        .getAsLong();
  }
}
