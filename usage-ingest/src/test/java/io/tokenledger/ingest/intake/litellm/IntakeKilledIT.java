package io.tokenledger.ingest.intake.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.Topics;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.ServiceProcess;
import io.tokenledger.service.testing.ServiceProcess.Until;
import io.tokenledger.service.testing.TestApiTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of usage-ingest at random moments, with Kafka away and up, between the journal and
 * Kafka's acknowledgement: what was answered with 200 is counted, and counted once. {@code
 * -Dintake.kills=300} for more of them.
 */
class IntakeKilledIT {

  private static final int KILLS = Integer.getInteger("intake.kills", 2);
  private static final int CLIENTS = 3;
  private static final int BATCH = 20;
  private static final int MOST_MILLIS = 2_500;

  private final String org = "killed-" + UUID.randomUUID();
  private final AtomicInteger batches = new AtomicInteger();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token;

  @Test
  void whateverWasAnsweredIsCountedOnce(@TempDir Path directory) throws Exception {
    OtherSchemas.migrate();
    token = TestApiTokens.token(org, "events:write");
    List<String> settings =
        List.of(
            "tokenledger.ingest.intake.journal.directory=" + directory.resolve("journal"),
            "tokenledger.ingest.instance-id=killed");
    try (ServiceProcess ingest = new ServiceProcess(directory, settings)) {
      Random random = new Random();
      for (int i = 0; i < KILLS; i++) {
        boolean kafka = i % 2 == 1;
        ingest.start(kafka, kafka ? Until.READY : Until.LIVE);
        sendUntilKilled(ingest, random.nextInt(MOST_MILLIS));
      }
      assertThat(answered).hasSizeGreaterThan(BATCH);
      ingest.start(true, Until.READY);
      await().atMost(Duration.ofSeconds(30)).until(() -> events().keySet().containsAll(answered));
      Map<String, Set<String>> events = events();
      assertThat(events.values()).allMatch(bodies -> bodies.size() == 1);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(LedgerClient.rowsOf(org)).isEqualTo(events.size()));
      ingest.terminate();
      assertThat(ingest.endsWithin(Duration.ofSeconds(30))).isTrue();
    }
  }

  /** What no answer came for may be counted, too: once. */
  private void sendUntilKilled(ServiceProcess ingest, int millis) throws Exception {
    int before = answered.size();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Thread(() -> sendUntilItFails(ingest.port())));
    }
    clients.forEach(Thread::start);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ofMillis(millis))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> answered.size() > before);
    ingest.kill();
    for (Thread client : clients) {
      client.join();
    }
  }

  private void sendUntilItFails(int port) {
    try {
      while (true) {
        String batch = batches.incrementAndGet() + "-";
        List<String> ids = IntStream.range(0, BATCH).mapToObj(i -> org + "-" + batch + i).toList();
        String body =
            ids.stream()
                .map(LiteLlmPayloads::chat)
                .map(ObjectNode::toString)
                .collect(Collectors.joining(",", "[", "]"));
        HttpResponse<String> answer = post(port, body);
        assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
        ids.forEach(id -> answered.add("litellm:" + id));
      }
    } catch (IOException killed) {
      // As it should be.
    }
  }

  private HttpResponse<String> post(int port, String body) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/intake/litellm"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bodies that were sent to the topic, by the id of their event. */
  private Map<String, Set<String>> events() {
    return LedgerClient.all(Topics.USAGE_EVENTS).stream()
        .filter(message -> message.key() != null)
        .filter(message -> org.equals(new String(message.key(), StandardCharsets.UTF_8)))
        .map(message -> new String(message.value(), StandardCharsets.UTF_8))
        .collect(
            Collectors.groupingBy(
                body -> LiteLlmPayloads.json(body).get("eventId").textValue(), Collectors.toSet()));
  }
}
