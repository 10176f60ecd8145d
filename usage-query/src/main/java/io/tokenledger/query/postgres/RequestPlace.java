package io.tokenledger.query.postgres;

import io.netty.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The place of one request: from its first read until its client has taken the answer, or has left
 * and what it asked for has been read.
 */
public final class RequestPlace {

  private static final String LOCAL = "tokenledger.request-place";

  private final Channel client;
  private boolean ended;
  private Optional<Uni<FairShares.Place>> asked = Optional.empty();
  private Optional<FairShares.Place> held = Optional.empty();

  /** The request itself, and each of its reads that is under way. */
  private int users = 1;

  RequestPlace(Channel client) {
    this.client = client;
  }

  /** That of the request which is being worked on; empty outside of requests. */
  public static Optional<RequestPlace> current() {
    return Optional.ofNullable(Vertx.currentContext()).map(context -> context.getLocal(LOCAL));
  }

  void makeCurrent() {
    Vertx.currentContext().putLocal(LOCAL, this);
  }

  synchronized boolean isHeld() {
    return held.isPresent();
  }

  /** Whether somebody waits who would get it. */
  public synchronized boolean isWanted() {
    return held.filter(FairShares.Place::isWanted).isPresent();
  }

  /**
   * Ends the connection at once. From below all handlers: closed in the ordinary way, it would
   * first wait for what the client does not take.
   */
  public void close() {
    client.pipeline().firstContext().close();
  }

  /** Does the read with the place that there is, or else with one of these. */
  <T> Uni<T> in(FairShares shares, String owner, Supplier<Uni<T>> read) {
    return place(shares, owner)
        .chain(
            () -> {
              begin();
              AtomicBoolean reading = new AtomicBoolean(true);
              return Uni.createFrom()
                  .deferred(read::get)
                  .onTermination()
                  .invoke(() -> endOnce(reading));
            });
  }

  /** As {@link #in}, but first gives away what there is: who waits must not hold a place. */
  <T> Uni<T> inOther(FairShares shares, String owner, Supplier<Uni<T>> read) {
    release();
    client.closeFuture().addListener(closed -> endRequest());
    return in(shares, owner, read);
  }

  private synchronized Uni<FairShares.Place> place(FairShares shares, String owner) {
    if (asked.isEmpty()) {
      asked = Optional.of(shares.take(owner).invoke(this::hold).memoize().indefinitely());
    }
    return asked.get();
  }

  private synchronized void hold(FairShares.Place place) {
    held.ifPresent(FairShares.Place::leave);
    held = Optional.of(place);
    if (users == 0) {
      release();
    }
  }

  private synchronized void begin() {
    if (users == 0) {
      throw new RefusedException(Reason.ALL_BUSY, "Nobody waits for the answer any more.");
    }
    users++;
  }

  /** The client has its answer, or has left; again, it changes nothing. */
  synchronized void endRequest() {
    if (!ended) {
      ended = true;
      end();
    }
  }

  /** A read that has ended is told so again when the whole is cancelled later. */
  private void endOnce(AtomicBoolean reading) {
    if (reading.getAndSet(false)) {
      end();
    }
  }

  private synchronized void end() {
    users--;
    if (users == 0) {
      release();
    }
  }

  private synchronized void release() {
    held.ifPresent(FairShares.Place::leave);
    held = Optional.empty();
    asked = Optional.empty();
  }
}
