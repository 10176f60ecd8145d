package io.tokenledger.query.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets few reports of one org run at once, and some more wait for their turn, so that the
 * connections suffice for the others whatever it asks for.
 */
@ApplicationScoped
class FairShares {

  private final int atOnce;
  private final int mostWaiting;
  private final long longestWaitMs;
  private final Vertx vertx;
  private final Map<String, Share> shares = new HashMap<>();

  FairShares(QueryConfig config, Vertx vertx) {
    this.atOnce = config.maxReportsPerOrg();
    this.mostWaiting = config.maxWaitingReportsPerOrg();
    this.longestWaitMs = config.longestWait().toMillis();
    this.vertx = vertx;
  }

  /**
   * Does the work when it is its turn. Fails with {@link RefusedException} when too many wait, or
   * it would have to wait too long.
   *
   * @param whose an org, or whoever else has a share
   */
  <T> Uni<T> inTurn(String whose, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .<Turn>emitter(emitter -> ask(new Turn(whose, emitter)))
        .chain(
            turn -> {
              turn.begin();
              return Uni.createFrom().<T>deferred(work::get).onTermination().invoke(turn::end);
            });
  }

  private void ask(Turn turn) {
    turn.emitter.onTermination(turn::endUnlessBegun);
    switch (enter(turn)) {
      case GRANTED -> turn.emitter.complete(turn);
      case WAITING -> vertx.setTimer(longestWaitMs, id -> giveUp(turn));
      default -> turn.emitter.fail(busy());
    }
  }

  /** Granted at once, waiting, or ended where too many wait. */
  private synchronized State enter(Turn turn) {
    Share share = shares.computeIfAbsent(turn.whose, key -> new Share());
    if (share.running < atOnce) {
      share.running++;
      turn.state = State.GRANTED;
    } else if (share.waiting.size() < mostWaiting) {
      share.waiting.add(turn);
    } else {
      turn.state = State.ENDED;
    }
    return turn.state;
  }

  private void giveUp(Turn turn) {
    synchronized (this) {
      if (turn.state != State.WAITING) {
        return;
      }
      turn.state = State.ENDED;
      shares.get(turn.whose).waiting.remove(turn);
    }
    turn.emitter.fail(busy());
  }

  /** Gives the place to who has waited longest. */
  private synchronized Optional<Turn> leave(Turn turn) {
    State was = turn.state;
    turn.state = State.ENDED;
    Share share = shares.get(turn.whose);
    if (was == State.WAITING) {
      share.waiting.remove(turn);
    } else if (was != State.ENDED) {
      Turn next = share.waiting.poll();
      if (next != null) {
        next.state = State.GRANTED;
        return Optional.of(next);
      }
      share.running--;
      if (share.running == 0) {
        shares.remove(turn.whose);
      }
    }
    return Optional.empty();
  }

  private static RefusedException busy() {
    return new RefusedException(
        Reason.ORG_BUSY,
        "As many reports of this org run and wait as may at once: try again in a moment.");
  }

  private enum State {
    WAITING,
    GRANTED,
    BEGUN,
    ENDED
  }

  /** What one org has running and waiting. */
  private static final class Share {
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int running;
  }

  /** The place of one report; its state is read and written under the lock of all. */
  private final class Turn {

    private final String whose;
    private final UniEmitter<? super Turn> emitter;
    private final Context context = Vertx.currentContext();
    private State state = State.WAITING;

    Turn(String whose, UniEmitter<? super Turn> emitter) {
      this.whose = whose;
      this.emitter = emitter;
    }

    /** On the context that the report was asked for on: the one that leaves has another. */
    void grant() {
      if (context == null) {
        emitter.complete(this);
      } else {
        context.runOnContext(ignored -> emitter.complete(this));
      }
    }

    void begin() {
      synchronized (FairShares.this) {
        state = State.BEGUN;
      }
    }

    void end() {
      leave(this).ifPresent(Turn::grant);
    }

    /** Of a caller who went away before it was their turn, or just then. */
    void endUnlessBegun() {
      synchronized (FairShares.this) {
        if (state == State.BEGUN) {
          return;
        }
      }
      end();
    }
  }
}
