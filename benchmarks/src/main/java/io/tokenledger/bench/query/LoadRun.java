package io.tokenledger.bench.query;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Keeps some connections busy: each sends its next request when the one before is answered. */
final class LoadRun implements AutoCloseable {

  private static final int OK = 200;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client;
  private final int connections;
  private final String token;

  LoadRun(int connections, String token) {
    this.connections = connections;
    this.token = token;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
  }

  /**
   * What was measured.
   *
   * @param bytes of a mean answer
   */
  record Figures(long requestsPerSecond, long p50Micros, long p99Micros, long bytes) {}

  /**
   * @param urls the next one to ask for
   * @throws IllegalStateException when an answer is not 200
   */
  Figures run(Supplier<String> urls, Duration span) throws InterruptedException {
    ConcurrentLinkedQueue<long[]> answers = new ConcurrentLinkedQueue<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch open = new CountDownLatch(connections);
    long until = System.nanoTime() + span.toNanos();
    for (int i = 0; i < connections; i++) {
      vertx.runOnContext(start -> next(urls, until, answers, failure, open));
    }
    open.await();
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
    return figures(answers, span);
  }

  private void next(
      Supplier<String> urls,
      long until,
      ConcurrentLinkedQueue<long[]> answers,
      AtomicReference<Throwable> failure,
      CountDownLatch open) {
    long sent = System.nanoTime();
    if (sent >= until || failure.get() != null) {
      open.countDown();
      return;
    }
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(urls.get())
                .putHeader("Authorization", "Bearer " + token))
        .compose(HttpClientRequest::send)
        .compose(LoadRun::body)
        .onSuccess(
            body -> answers.add(new long[] {(System.nanoTime() - sent) / 1_000, body.length()}))
        .onFailure(failure::set)
        .onComplete(done -> next(urls, until, answers, failure, open));
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response
        .body()
        .map(
            body -> {
              if (response.statusCode() != OK) {
                throw new IllegalStateException(response.statusCode() + " " + body);
              }
              return body;
            });
  }

  private static Figures figures(Iterable<long[]> answers, Duration span) {
    long[] micros = micros(answers);
    long bytes = 0;
    for (long[] answer : answers) {
      bytes += answer[1];
    }
    return new Figures(
        micros.length / span.toSeconds(),
        micros[micros.length / 2],
        micros[(int) (micros.length * 99L / 100)],
        bytes / micros.length);
  }

  private static long[] micros(Iterable<long[]> answers) {
    long[] micros = new long[1_024];
    int count = 0;
    for (long[] answer : answers) {
      if (count == micros.length) {
        micros = Arrays.copyOf(micros, count * 2);
      }
      micros[count++] = answer[0];
    }
    if (count == 0) {
      throw new IllegalStateException("Nothing was answered in time.");
    }
    long[] sorted = Arrays.copyOf(micros, count);
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
