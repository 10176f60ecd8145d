package io.tokenledger.bench.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Calls of chat completions: whole ones at a steady rate, or streams that are open at once. */
final class GatewayLoad implements AutoCloseable {

  private static final int OK = 200;
  private static final int CONNECTIONS = 4_096;
  private static final int HOLD_WITHIN_SECONDS = 60;
  private static final long STREAM_MILLIS =
      (long) MockUpstream.CHUNKS * MockUpstream.CHUNK_EVERY_MILLIS;

  private static final Buffer WHOLE = body("", "");
  private static final Buffer STREAM = body("", ",\"stream\":true");
  private static final Buffer SLOW_STREAM = body(MockUpstream.SLOWLY, ",\"stream\":true");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));

  private final Map<Target, LongAdder> accepted = new ConcurrentHashMap<>();

  /** Calls so far whose answer began with 200: the upstream had them, so that they must count. */
  long accepted(Target target) {
    return accepted.computeIfAbsent(target, first -> new LongAdder()).sum();
  }

  /** A call's time runs from when it was due. */
  CallTimes.Figures whole(Target target, int perSecond, Duration span) throws InterruptedException {
    int calls = Math.toIntExact(span.toSeconds() * perSecond);
    CallTimes times = new CallTimes(calls);
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      long due = start + Duration.ofSeconds(1).toNanos() * i / perSecond;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      vertx.runOnContext(
          go -> call(target, WHOLE, due, times, () -> {}).onComplete(done -> times.close()));
    }
    return times.await();
  }

  /** Each stream that ends is followed by another; they do not begin in step. */
  CallTimes.Figures streams(Target target, int atOnce, Duration span) throws InterruptedException {
    CallTimes times = new CallTimes(atOnce);
    long until = System.nanoTime() + span.toNanos();
    for (int i = 0; i < atOnce; i++) {
      vertx.setTimer(1 + i * STREAM_MILLIS / atOnce, begin -> nextStream(target, until, times));
    }
    return times.await();
  }

  /** Opens streams that stay open for some time, and looks when each has begun. */
  void whileOpen(Target target, int streams, Runnable look) throws InterruptedException {
    CallTimes times = new CallTimes(streams);
    CountDownLatch begun = new CountDownLatch(streams);
    for (int i = 0; i < streams; i++) {
      vertx.runOnContext(
          go ->
              call(target, SLOW_STREAM, System.nanoTime(), times, begun::countDown)
                  .onComplete(done -> times.close()));
    }
    if (!begun.await(HOLD_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(begun.getCount() + " streams did not begin.");
    }
    look.run();
    times.await();
  }

  private void nextStream(Target target, long until, CallTimes times) {
    long now = System.nanoTime();
    if (now >= until) {
      times.close();
      return;
    }
    call(target, STREAM, now, times, () -> {}).onComplete(done -> nextStream(target, until, times));
  }

  private Future<Void> call(
      Target target, Buffer body, long since, CallTimes times, Runnable begun) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(target.url() + "/v1/chat/completions")
            .putHeader("authorization", "Bearer " + target.key())
            .putHeader("content-type", "application/json");
    return client
        .request(request)
        .compose(out -> out.send(body))
        .compose(answer -> read(target, answer, since, times, begun))
        .onFailure(times::fail);
  }

  private Future<Void> read(
      Target target, HttpClientResponse answer, long since, CallTimes times, Runnable begun) {
    if (answer.statusCode() != OK) {
      return answer.body().compose(body -> Future.failedFuture(answer.statusCode() + " " + body));
    }
    accepted.computeIfAbsent(target, call -> new LongAdder()).increment();
    Promise<Void> ended = Promise.promise();
    AtomicLong first = new AtomicLong();
    answer.handler(
        some -> {
          if (first.compareAndSet(0, System.nanoTime())) {
            begun.run();
          }
        });
    answer.exceptionHandler(ended::tryFail);
    answer.endHandler(
        end -> {
          times.add(first.get() - since, System.nanoTime() - since);
          ended.tryComplete();
        });
    return ended.future();
  }

  /** About what a short conversation has: one kilobyte. */
  private static Buffer body(String word, String more) {
    String text = "some words of a question ".repeat(36) + word;
    return Buffer.buffer(
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]%s}"
            .formatted(MockUpstream.MODEL, text, more));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
