package io.tokenledger.client.sending;

import io.tokenledger.client.Gzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** {@code POST /v1/events} of a ledger. One thread. */
final class LedgerEndpoint {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  /** Smaller bodies are not worth it. */
  private static final int COMPRESS_FROM_BYTES = 1_000;

  private final URI events;
  private final Supplier<String> token;
  private final Gzip gzip;
  private final Duration answerWithin;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_WITHIN)
          .build();
  private boolean compressing;
  private boolean suspected;
  private boolean refused;

  /**
   * @param token asked before each request
   */
  LedgerEndpoint(URI events, Supplier<String> token, Gzip gzip, Duration answerWithin) {
    this.events = events;
    this.token = token;
    this.gzip = gzip;
    this.answerWithin = answerWithin;
    this.compressing = gzip == Gzip.ALWAYS;
  }

  Answer post(List<byte[]> batch) throws InterruptedException {
    byte[] body = array(batch);
    boolean compressed = compressing && body.length >= COMPRESS_FROM_BYTES;
    try {
      HttpResponse<byte[]> response = exchange(request(body, compressed));
      Answer answer = read(response, compressed);
      learn(response, answer);
      return answer;
    } catch (ExecutionException e) {
      return new Answer.Later("The ledger cannot be reached: " + said(e.getCause()), soon());
    } catch (TimeoutException e) {
      return new Answer.Later("The ledger did not answer within " + answerWithin, soon());
    } catch (RuntimeException e) {
      return new Answer.Later("The request cannot be made: " + said(e), soon());
    }
  }

  private HttpResponse<byte[]> exchange(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(request, head -> new BoundedBody());
    try {
      return response.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      response.cancel(true);
    }
  }

  private HttpRequest request(byte[] body, boolean compressed) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(events)
            .timeout(answerWithin)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + tokenNow());
    if (compressed) {
      request.header("Content-Encoding", "gzip");
    }
    byte[] sent = compressed ? compressed(body) : body;
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(sent)).build();
  }

  /** No word of what it is in the sentence: it is a secret. */
  private String tokenNow() {
    String now = token.get();
    if (now == null || !now.strip().matches("[\\x21-\\x7e]+")) {
      throw new IllegalStateException("the token's supplier gave none");
    }
    return now.strip();
  }

  private static Answer read(HttpResponse<byte[]> response, boolean compressed) {
    return Answers.read(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Retry-After").orElse(""),
        compressed,
        Instant.now());
  }

  /** A server may name the compressions it takes (RFC 9110, section 12.5.3). */
  private void learn(HttpResponse<byte[]> response, Answer answer) {
    if (answer instanceof Answer.Uncompressed) {
      compressing = false;
      suspected = true;
    } else if (suspected) {
      // It was the compression if the same is taken without it.
      suspected = false;
      refused = answer instanceof Answer.Taken;
      compressing = !refused;
    } else if (gzip == Gzip.WHERE_UNDERSTOOD && !refused && namesGzip(response)) {
      compressing = true;
    }
  }

  private static boolean namesGzip(HttpResponse<byte[]> response) {
    return response.headers().allValues("Accept-Encoding").stream()
        .anyMatch(value -> value.contains("gzip"));
  }

  private static byte[] array(List<byte[]> batch) {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.write('[');
    for (int i = 0; i < batch.size(); i++) {
      if (i > 0) {
        array.write(',');
      }
      array.writeBytes(batch.get(i));
    }
    array.write(']');
    return array.toByteArray();
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
      stream.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static String said(Throwable failure) {
    return OneLine.of(failure.getClass().getSimpleName() + " " + failure.getMessage());
  }

  private static Optional<Duration> soon() {
    return Optional.empty();
  }
}
