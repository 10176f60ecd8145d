package io.tokenledger.query.http;

import io.tokenledger.query.postgres.RequestPlace;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/**
 * A large answer on its way: each piece when the one before was taken. A client that takes nothing
 * is cut off after a while. While others wait for its place it is so soon, and one that takes
 * little, too.
 */
final class SentAnswer {

  private static final Duration WATCHED_EVERY = Duration.ofMillis(500);

  /** While others wait, a client may take nothing for so long. */
  private static final long URGENT_NANOS = Duration.ofSeconds(2).toNanos();

  /** While others wait, it has so much longer for each MiB. */
  private static final long NANOS_A_MEBIBYTE = Duration.ofSeconds(1).toNanos();

  private static final long MEBIBYTE = 1024 * 1024;

  private final ServerHttpResponse client;
  private final JsonChunks json;
  private final Optional<RequestPlace> place;
  private final long patienceNanos;
  private final long longestNanos;
  private final long begun = System.nanoTime();
  private long taken = begun;

  /**
   * @param patience how long the client may take nothing
   */
  SentAnswer(
      ServerHttpResponse client, JsonChunks json, Optional<RequestPlace> place, Duration patience) {
    this.client = client;
    this.json = json;
    this.place = place;
    this.patienceNanos = patience.toNanos();
    this.longestNanos = URGENT_NANOS + NANOS_A_MEBIBYTE * (json.bytes() / MEBIBYTE);
  }

  void begin(Vertx vertx) {
    long watch = vertx.setPeriodic(WATCHED_EVERY.toMillis(), id -> watch());
    client.setResponseHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(json.bytes()));
    send(() -> vertx.cancelTimer(watch));
  }

  private void watch() {
    long now = System.nanoTime();
    boolean wanted = place.filter(RequestPlace::isWanted).isPresent();
    if (now - taken > (wanted ? URGENT_NANOS : patienceNanos)
        || wanted && now - begun > longestNanos) {
      place.ifPresent(RequestPlace::close);
    }
  }

  /** The last piece goes when all before it were taken, and not to a client that has left. */
  private void send(Runnable ended) {
    if (json.isLast()) {
      ended.run();
      client.end(json.next());
      return;
    }
    client.write(
        json.next(),
        failure -> {
          taken = System.nanoTime();
          if (failure == null) {
            send(ended);
          } else {
            ended.run();
          }
        });
  }
}
