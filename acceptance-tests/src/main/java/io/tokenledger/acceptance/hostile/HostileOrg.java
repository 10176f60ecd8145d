package io.tokenledger.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An org that means ill: what it may use, how it was answered, and what it has sent. */
public final class HostileOrg {

  /** Those of it that do something at once. */
  public static final int CONNECTIONS = 8;

  private static final int MOST_EVENTS = 1_000;
  private static final int SENDERS = 4;
  private static final int ACCEPTED = 202;
  private static final int TOO_MANY = 429;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private volatile AnswerCounts answers = new AnswerCounts();
  private final AtomicLong sentBytes = new AtomicLong();
  private final HostileLedger ledger;
  private final Scale scale;
  private final String id;
  private final String owner;
  private final String writer;
  private final SentUsage usage;

  HostileOrg(HostileLedger ledger, Scale scale, String id) {
    this.ledger = ledger;
    this.scale = scale;
    this.id = id;
    ledger.join(id, "owner-of-" + id, "owner");
    this.owner = ledger.token("owner-of-" + id, Map.of(), List.of());
    this.writer = ledger.token("writer-of-" + id, Map.of(id, "member"), List.of("events:write"));
    this.usage = new SentUsage(ledger.tables(), id);
  }

  public String id() {
    return id;
  }

  /** The token of its owner. */
  public String owner() {
    return owner;
  }

  /** The token that its events are sent with. */
  public String writer() {
    return writer;
  }

  public HostileLedger ledger() {
    return ledger;
  }

  /** A number by how much of the attack there is. */
  public int size(int fully, int shortly) {
    return scale.of(fully, shortly);
  }

  /** Asks, as its owner, for a report of the org; the path begins behind its id. */
  public int report(String path) {
    return get(Component.USAGE_QUERY, "/orgs/" + id + path);
  }

  public int get(Component service, String path) {
    return call(service, "GET", path, owner, BodyPublishers.noBody());
  }

  public int call(Component service, String method, String path, String token, String body) {
    return call(service, method, path, token, BodyPublishers.ofString(body));
  }

  /** Answers the status; 0 when the connection was closed before there was one. */
  public int call(Component service, String method, String path, String token, BodyPublisher body) {
    int status = AnswerCounts.CLOSED;
    try {
      status =
          http.send(request(service, method, path, token, body), BodyHandlers.discarding())
              .statusCode();
    } catch (IOException e) {
      // As good as an answer, for a body that is too large.
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    answers.add(status);
    return status;
  }

  /** The answer, whose body is left to the caller to take. */
  public HttpResponse<InputStream> open(Component service, String path) {
    try {
      HttpResponse<InputStream> answer =
          http.send(
              request(service, "GET", path, owner, BodyPublishers.noBody()),
              BodyHandlers.ofInputStream());
      answers.add(answer.statusCode());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Several do the same, each number below {@code times} once. */
  public void times(int size, int times, IntConsumer each) {
    Crowd.workTimes(size, times, each);
  }

  /** Several do the same as long as the attack lasts, and {@code atLeast} times. */
  public void throughout(int size, int atLeast, IntConsumer each) {
    long until = System.nanoTime() + scale.span().toNanos();
    AtomicInteger begun = new AtomicInteger();
    Crowd.work(size, () -> begun.getAndIncrement() < atLeast || System.nanoTime() < until, each);
  }

  /** Sends events over HTTP until they are taken; each counts. */
  public void send(int count, IntFunction<HostileEvent> event) {
    send(count, MOST_EVENTS, event);
  }

  /** The same with few events in each request, as they are large. */
  public void send(int count, int perRequest, IntFunction<HostileEvent> event) {
    int requests = (count + perRequest - 1) / perRequest;
    times(
        SENDERS,
        requests,
        request -> {
          int first = request * perRequest;
          int end = Math.min(count, first + perRequest);
          sendAll(IntStream.range(first, end).mapToObj(event).toList());
        });
  }

  /** One request, again and again until it is taken. */
  public void sendAll(List<HostileEvent> events) {
    postAll(events);
    usage.add(events);
  }

  /** Events that are taken over HTTP, and are no new ones. */
  public void postAll(List<HostileEvent> events) {
    String body =
        events.stream().map(each -> each.json(id)).collect(Collectors.joining(",", "[", "]"));
    while (true) {
      HttpResponse<byte[]> answer = post(body);
      answers.add(answer.statusCode());
      if (answer.statusCode() == ACCEPTED) {
        requireAll(answer.body(), events.size());
        return;
      }
      if (answer.statusCode() != TOO_MANY) {
        throw new IllegalStateException(
            "Events were answered " + answer.statusCode() + ": " + text(answer.body()));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** From here on answers are those of the attack, and not of what it was prepared with. */
  void begin() {
    answers = new AnswerCounts();
  }

  AnswerCounts answers() {
    return answers;
  }

  /** Bodies of its requests. */
  long sentBytes() {
    return sentBytes.get();
  }

  SentUsage usage() {
    return usage;
  }

  private HttpResponse<byte[]> post(String body) {
    try {
      return http.send(
          request(
              Component.USAGE_INGEST, "POST", "/v1/events", writer, BodyPublishers.ofString(body)),
          BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HttpRequest request(
      Component service, String method, String path, String token, BodyPublisher body) {
    sentBytes.addAndGet(Math.max(0, body.contentLength()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ledger.access().url(service) + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private static void requireAll(byte[] answer, int events) {
    try {
      JsonNode accepted = JSON.readTree(answer).path("accepted");
      if (accepted.asInt() != events) {
        throw new IllegalStateException("Not all events were taken: " + text(answer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8);
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
