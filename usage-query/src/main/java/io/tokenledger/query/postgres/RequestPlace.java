package io.tokenledger.query.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The place of one request: from its first read until its client has taken the answer, or has left
 * and what it asked for has been read.
 */
public final class RequestPlace {

  private static final String LOCAL = "tokenledger.request-place";

  private final Runnable closing;
  private Optional<Uni<FairShares.Place>> asked = Optional.empty();
  private Optional<FairShares.Place> held = Optional.empty();

  /** The request itself, and each of its reads that is under way. */
  private int users = 1;

  /**
   * @param closing ends the connection of the client
   */
  RequestPlace(Runnable closing) {
    this.closing = closing;
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

  /** Ends the connection at once, whatever the client has yet to take. */
  public void close() {
    closing.run();
  }

  /** Does the read with the place that there is, or else with one of these. */
  <T> Uni<T> in(FairShares shares, String owner, Supplier<Uni<T>> read) {
    return place(shares, owner)
        .chain(
            () -> {
              begin();
              return Uni.createFrom().deferred(read::get).onTermination().invoke(this::end);
            });
  }

  /** As {@link #in}, but first gives away what there is: who waits must not hold a place. */
  <T> Uni<T> inOther(FairShares shares, String owner, Supplier<Uni<T>> read) {
    release();
    return in(shares, owner, read);
  }

  private synchronized Uni<FairShares.Place> place(FairShares shares, String owner) {
    if (asked.isEmpty()) {
      asked = Optional.of(shares.take(owner).invoke(this::hold).memoize().indefinitely());
    }
    return asked.get();
  }

  private synchronized void hold(FairShares.Place place) {
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

  synchronized void end() {
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
