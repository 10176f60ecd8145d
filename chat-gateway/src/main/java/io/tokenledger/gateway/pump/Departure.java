package io.tokenledger.gateway.pump;

import io.vertx.core.Vertx;

/**
 * What becomes of a call whose client has left: it is drained, which is bounded in time and bytes
 * and in how many do so at once, or it is cut.
 */
final class Departure {

  private final Vertx vertx;
  private final Client client;
  private final boolean drains;
  private final OpenCall room;
  private final PumpConfig config;
  private boolean draining;
  private boolean cut;
  private long drainedBytes;
  private long timer = -1;
  private Runnable onCut = () -> {};
  private Runnable onDrain = () -> {};

  Departure(Vertx vertx, Client client, boolean drains, OpenCall room, PumpConfig config) {
    this.vertx = vertx;
    this.client = client;
    this.drains = drains;
    this.room = room;
    this.config = config;
    client.whenGone(this::clientLeft);
  }

  /**
   * @param onCut ends what is asked of the upstream; called at once if that was due before
   * @param onDrain reads on, should the reading have waited for the client
   */
  void then(Runnable onCut, Runnable onDrain) {
    this.onCut = onCut;
    this.onDrain = onDrain;
    if (cut) {
      onCut.run();
    }
  }

  boolean isCut() {
    return cut;
  }

  /** Counts what came after the client left, and cuts when it is too much. */
  void drained(int bytes) {
    drainedBytes += bytes;
    if (drainedBytes > config.drainBytes()) {
      cut();
    }
  }

  /** The call has come to its end, whichever. */
  void end() {
    client.whenGone(() -> {});
    stopDraining();
  }

  private void clientLeft() {
    draining = drains && room.startDrain();
    if (draining) {
      timer = vertx.setTimer(config.drainPatience().toMillis(), id -> cut());
      onDrain.run();
    } else {
      cut();
    }
  }

  private void cut() {
    if (!cut) {
      cut = true;
      stopDraining();
      onCut.run();
    }
  }

  private void stopDraining() {
    if (draining) {
      draining = false;
      vertx.cancelTimer(timer);
      room.endDrain();
    }
  }
}
