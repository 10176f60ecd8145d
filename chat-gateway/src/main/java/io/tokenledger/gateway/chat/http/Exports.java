package io.tokenledger.gateway.chat.http;

import io.smallrye.mutiny.Multi;
import io.tokenledger.gateway.chat.ChatConfig;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The exports that run: few of one org, and none of a client that takes nothing. */
@ApplicationScoped
class Exports {

  private static final long LOOK_MILLIS = 1_000;

  private final ChatConfig config;
  private final Vertx vertx;
  private final Map<String, Integer> running = new HashMap<>();

  Exports(ChatConfig config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
  }

  /**
   * The same pages while there is a place; they are read as they are asked for.
   *
   * @param request whose connection ends when its client takes nothing
   */
  Multi<byte[]> run(String orgId, Multi<byte[]> pages, HttpServerRequest request) {
    return Multi.createFrom()
        .deferred(
            () -> {
              take(orgId);
              AtomicLong taken = new AtomicLong(System.nanoTime());
              long watch = vertx.setPeriodic(LOOK_MILLIS, id -> look(taken.get(), request));
              return pages
                  .onRequest()
                  .invoke(more -> taken.set(System.nanoTime()))
                  .onTermination()
                  .invoke(
                      () -> {
                        if (vertx.cancelTimer(watch)) {
                          free(orgId);
                        }
                      });
            });
  }

  private void look(long takenAt, HttpServerRequest request) {
    if (System.nanoTime() - takenAt > config.exportPatience().toNanos()) {
      request.connection().close();
    }
  }

  private synchronized void take(String orgId) {
    if (running.getOrDefault(orgId, 0) >= config.maxExportsPerOrg()) {
      throw new RefusedException(
          Reason.ORG_BUSY,
          "As many exports of this org run as may at once: try again when one has ended.");
    }
    if (running.values().stream().mapToInt(Integer::intValue).sum() >= config.maxExports()) {
      throw new RefusedException(
          Reason.ALL_BUSY, "Too many exports run at the moment: try again later.");
    }
    running.merge(orgId, 1, Integer::sum);
  }

  private synchronized void free(String orgId) {
    running.computeIfPresent(orgId, (org, count) -> count == 1 ? null : count - 1);
  }
}
