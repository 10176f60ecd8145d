package io.tokenledger.query.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Places for reports: of one org few, so that there is always one for another's, and of all so many
 * as there is memory for. Some more wait; among orgs the places go round.
 */
final class FairShares {

  private final Bounds bounds;
  private final Vertx vertx;
  private final Map<String, Share> shares = new LinkedHashMap<>();
  private int taken;

  FairShares(Bounds bounds, Vertx vertx) {
    this.bounds = bounds;
    this.vertx = vertx;
  }

  /**
   * How many there may be.
   *
   * @param ofOwner an org, or whoever else has a share
   * @param waitingOfOwner beside those that have a place
   */
  record Bounds(int ofOwner, int waitingOfOwner, int ofAll, Duration longestWait) {}

  /**
   * A place, when it is its turn. Fails with {@link RefusedException} when too many wait, or it
   * would have to wait too long.
   */
  Uni<Place> take(String owner) {
    return Uni.createFrom()
        .<Turn>emitter(emitter -> ask(new Turn(new Place(owner), emitter)))
        .map(Turn::begin);
  }

  private void ask(Turn turn) {
    turn.emitter.onTermination(turn::endUnlessBegun);
    switch (enter(turn)) {
      case GRANTED -> turn.emitter.complete(turn);
      case WAITING -> turn.limit(vertx.setTimer(bounds.longestWait().toMillis(), turn::giveUp));
      default -> turn.emitter.fail(busy(Reason.ORG_BUSY));
    }
  }

  /** Granted at once, waiting, or ended where too many wait. */
  private synchronized State enter(Turn turn) {
    Share share = shares.computeIfAbsent(turn.place.owner, key -> new Share());
    if (taken < bounds.ofAll() && share.taken < bounds.ofOwner()) {
      grant(share, turn);
    } else if (share.waiting.size() < bounds.waitingOfOwner()) {
      share.waiting.add(turn);
    } else {
      turn.state = State.ENDED;
    }
    return turn.state;
  }

  private void grant(Share share, Turn turn) {
    taken++;
    share.taken++;
    turn.state = State.GRANTED;
  }

  private synchronized Optional<Turn> leave(Place place) {
    if (place.left) {
      return Optional.empty();
    }
    place.left = true;
    Share share = shares.get(place.owner);
    taken--;
    share.taken--;
    forgetEmpty(place.owner);
    return next();
  }

  /** Who has waited longest, of the owner whose turn it is. */
  private Optional<Turn> next() {
    Iterator<Map.Entry<String, Share>> all = shares.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Share> each = all.next();
      Share share = each.getValue();
      if (share.mayTake(bounds.ofOwner())) {
        all.remove();
        shares.put(each.getKey(), share);
        Turn turn = share.waiting.remove();
        grant(share, turn);
        return Optional.of(turn);
      }
    }
    return Optional.empty();
  }

  private synchronized boolean isWanted(Place place) {
    Share own = shares.get(place.owner);
    return shares.values().stream()
        .anyMatch(
            share -> share.mayTake(bounds.ofOwner()) || share == own && !share.waiting.isEmpty());
  }

  private void forgetEmpty(String owner) {
    shares.computeIfPresent(owner, (key, share) -> share.isEmpty() ? null : share);
  }

  private static RefusedException busy(Reason reason) {
    return new RefusedException(
        reason,
        reason == Reason.ORG_BUSY
            ? "As many reports of this org run and wait as may at once: try again in a moment."
            : "Many reports run at the moment: try again soon.");
  }

  private enum State {
    WAITING,
    GRANTED,
    BEGUN,
    ENDED
  }

  /** What one owner has running and waiting. */
  private static final class Share {
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int taken;

    boolean mayTake(int most) {
      return taken < most && !waiting.isEmpty();
    }

    boolean isEmpty() {
      return taken == 0 && waiting.isEmpty();
    }
  }

  /** The place of one report. */
  final class Place {

    private final String owner;
    private boolean left;

    private Place(String owner) {
      this.owner = owner;
    }

    /** Gives it to the next; again, it changes nothing. */
    void leave() {
      FairShares.this.leave(this).ifPresent(Turn::grant);
    }

    /** Whether somebody waits who would get it. */
    boolean isWanted() {
      return FairShares.this.isWanted(this);
    }
  }

  /** Who asks for a place; the state is read and written under the lock of all. */
  private final class Turn {

    private final Place place;
    private final UniEmitter<? super Turn> emitter;
    private final Context context = Vertx.currentContext();
    private State state = State.WAITING;
    private Optional<Long> timer = Optional.empty();

    Turn(Place place, UniEmitter<? super Turn> emitter) {
      this.place = place;
      this.emitter = emitter;
    }

    /** Its timer would hold all that waits for the place, so it goes when the waiting ends. */
    void limit(long id) {
      synchronized (FairShares.this) {
        if (state == State.WAITING) {
          timer = Optional.of(id);
          return;
        }
      }
      vertx.cancelTimer(id);
    }

    /** On the context that the report was asked for on: the one that leaves has another. */
    void grant() {
      timer.ifPresent(vertx::cancelTimer);
      if (context == null) {
        emitter.complete(this);
      } else {
        context.runOnContext(ignored -> emitter.complete(this));
      }
    }

    Place begin() {
      synchronized (FairShares.this) {
        state = State.BEGUN;
      }
      return place;
    }

    void giveUp(long timer) {
      Reason reason;
      synchronized (FairShares.this) {
        if (state != State.WAITING) {
          return;
        }
        reason =
            shares.get(place.owner).taken < bounds.ofOwner() ? Reason.ALL_BUSY : Reason.ORG_BUSY;
        stopWaiting();
      }
      emitter.fail(busy(reason));
    }

    private void stopWaiting() {
      state = State.ENDED;
      shares.get(place.owner).waiting.remove(this);
      forgetEmpty(place.owner);
    }

    /** Of a caller who went away before it was their turn, or just then. */
    void endUnlessBegun() {
      boolean granted;
      synchronized (FairShares.this) {
        granted = state == State.GRANTED;
        if (state == State.WAITING) {
          stopWaiting();
          timer.ifPresent(vertx::cancelTimer);
        } else if (granted) {
          state = State.ENDED;
        }
      }
      if (granted) {
        place.leave();
      }
    }
  }
}
