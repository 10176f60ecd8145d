package io.tokenledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayProcess;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.ScriptedUpstream;
import io.tokenledger.gateway.support.Told;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL under load, at random moments, with Kafka up and away: whatever reached the upstream is
 * one event. {@code -Dgateway.kills=200} for more of them.
 */
class KilledIT extends GatewayTest {

  private static final int KILLS = Integer.getInteger("gateway.kills", 2);
  private static final int CLIENTS = 8;
  private static final long MORE_NANOS = 500_000_000;

  /** Between the answer and its record a kill may come; before that it is exact. */
  private static final long RECORDED_NANOS = 300_000_000;

  private static final String USAGE =
      "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":6,\"total_tokens\":11}";

  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, Long> answeredAt = new ConcurrentHashMap<>();
  private final Set<Integer> exact = ConcurrentHashMap.newKeySet();

  KilledIT() {
    super(ScriptedUpstream.another());
  }

  @Test
  void whateverReachedTheUpstreamIsOneEvent(@TempDir Path directory) throws Exception {
    upstream.script(script, Script.json("{\"model\":\"m\"," + USAGE + "}"));
    upstream.script(script + "-stream", stream());
    try (GatewayProcess gateway = new GatewayProcess(directory, upstream)) {
      for (int i = 0; i < KILLS; i++) {
        gateway.start(i % 2 == 0);
        loadUntilKilled(gateway, new Random());
      }
      gateway.start(true);
      RestAssured.port = gateway.port();
      Set<Integer> reached = reached();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(events().keySet()).containsAll(reached));
      check(reached);
    }
  }

  private void loadUntilKilled(GatewayProcess gateway, Random random) throws Exception {
    RestAssured.port = gateway.port();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      boolean streams = i % 2 == 0;
      clients.add(new Thread(() -> callUntilItFails(streams)));
    }
    clients.forEach(Thread::start);
    long recorded = 2 * RECORDED_NANOS + random.nextLong(MORE_NANOS);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(20))
        .until(() -> answeredAt.size() > CLIENTS && ageOfTheFirst() > recorded);
    long killedAt = System.nanoTime();
    gateway.kill();
    for (Thread client : clients) {
      client.join();
    }
    answeredAt.forEach(
        (call, at) -> {
          if (killedAt - at > RECORDED_NANOS) {
            exact.add(call);
          }
        });
    answeredAt.clear();
  }

  private long ageOfTheFirst() {
    return System.nanoTime() - Collections.min(answeredAt.values());
  }

  private void callUntilItFails(boolean streams) {
    try {
      while (true) {
        int number = calls.incrementAndGet();
        HttpResponse<byte[]> answer =
            GatewayCall.chat(key, streams ? script + "-stream" : script, "gpt-x", streams)
                .header("x-number", Integer.toString(number))
                .header("X-Tokenledger-Tags", "number=" + number)
                .send();
        assertThat(answer.statusCode()).isEqualTo(200);
        answeredAt.put(number, System.nanoTime());
      }
    } catch (UncheckedIOException killed) {
      // As it should be.
    }
  }

  private Set<Integer> reached() {
    List<String> scripts = List.of(script, script + "-stream");
    return scripts.stream()
        .flatMap(name -> upstream.seen(name).stream())
        .map(seen -> Integer.valueOf(seen.headers().get("x-number")))
        .collect(Collectors.toSet());
  }

  /** By the call; an event that was sent again is the same one, to the byte. */
  private Map<Integer, Set<JsonNode>> events() {
    return Told.now(org).stream()
        .collect(
            Collectors.groupingBy(
                event -> event.path("metadata").path("number").asInt(), Collectors.toSet()));
  }

  private void check(Set<Integer> reached) {
    Map<Integer, Set<JsonNode>> events = events();
    assertThat(exact).isNotEmpty();
    events.forEach(
        (call, told) -> {
          assertThat(told).as("call %d", call).hasSize(1);
          JsonNode event = told.iterator().next();
          boolean reported = event.path("usageSource").asText().equals("reported");
          assertThat(reported || isStopped(event)).as(event::toString).isTrue();
          assertThat(reported || !exact.contains(call)).as("call %d", call).isTrue();
          assertThat(event.path("rawUsage").findPath("total_tokens").asInt())
              .isEqualTo(reported ? 11 : 0);
          assertThat(reached.contains(call) || isStopped(event)).as("call %d", call).isTrue();
        });
    assertThat(events).hasSizeLessThanOrEqualTo(reached.size() + KILLS * CLIENTS);
    long partial =
        events.values().stream().filter(told -> isStopped(told.iterator().next())).count();
    System.out.printf(
        "%d kills: %d calls reached the upstream, %d events, %d of them partial; none lost or"
            + " doubled, %d known to be exact%n",
        KILLS, reached.size(), events.size(), partial, exact.size());
  }

  private static boolean isStopped(JsonNode event) {
    return event.path("usageSource").asText().equals("partial")
        && event.path("errorMessage").asText().startsWith("gateway_stopped: ");
  }

  private static Script stream() {
    Script script = Script.answer(200, "text/event-stream");
    for (int i = 0; i < 5; i++) {
      script.then(
          20, "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n");
    }
    return script
        .then(1, "data: {\"model\":\"m\",\"choices\":[]," + USAGE + "}\n\n")
        .then(1, "data: [DONE]\n\n");
  }
}
