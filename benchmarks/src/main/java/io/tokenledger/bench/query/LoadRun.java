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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks as fast as it is answered, or at a steady rate. */
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
   * Keeps all connections busy: each sends its next request when the one before is answered.
   *
   * @param urls the next one to ask for
   * @throws IllegalStateException when an answer is not 200
   */
  Figures run(Supplier<String> urls, Duration span) throws InterruptedException {
    Answers answers = new Answers(connections);
    long until = System.nanoTime() + span.toNanos();
    for (int i = 0; i < connections; i++) {
      vertx.runOnContext(start -> next(urls, until, answers));
    }
    return figures(answers.await(), span);
  }

  /** The same at a steady rate; an answer's time runs from when its request was due. */
  Figures runAt(int perSecond, Supplier<String> urls, Duration span) throws InterruptedException {
    int requests = Math.toIntExact(span.toSeconds() * perSecond);
    Answers answers = new Answers(requests);
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      long due = start + Duration.ofSeconds(1).toNanos() * i / perSecond;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      ask(urls.get(), due, answers).onComplete(done -> answers.close());
    }
    return figures(answers.await(), span);
  }

  private void next(Supplier<String> urls, long until, Answers answers) {
    long sent = System.nanoTime();
    if (sent >= until || answers.haveFailed()) {
      answers.close();
      return;
    }
    ask(urls.get(), sent, answers).onComplete(done -> next(urls, until, answers));
  }

  private Future<Buffer> ask(String url, long since, Answers answers) {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url)
                .putHeader("Authorization", "Bearer " + token))
        .compose(HttpClientRequest::send)
        .compose(LoadRun::body)
        .onSuccess(body -> answers.add((System.nanoTime() - since) / 1_000, body.length()))
        .onFailure(answers::fail);
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

  private static Figures figures(List<Answers.Answer> answers, Duration span) {
    if (answers.isEmpty()) {
      throw new IllegalStateException("Nothing was answered in time.");
    }
    long[] micros = answers.stream().mapToLong(Answers.Answer::micros).sorted().toArray();
    return new Figures(
        micros.length / span.toSeconds(),
        micros[micros.length / 2],
        micros[(int) (micros.length * 99L / 100)],
        answers.stream().mapToLong(Answers.Answer::bytes).sum() / micros.length);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
