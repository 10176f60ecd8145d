package io.tokenledger.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import io.tokenledger.local.kafka.EventSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** From Kafka's acknowledgement to the answer of the analytics API, while other events flow. */
final class Freshness {

  private static final String ORG = "freshness-probe";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TICK = Duration.ofMillis(10);

  /** From the standstill after the bulk, PostgreSQL's clean-up of it included. */
  private static final Duration UNTIL_STEADY = Duration.ofSeconds(45);

  private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final BenchStack stack;
  private final HttpRequest question;
  private int probes;

  Freshness(BenchStack stack) {
    this.stack = stack;
    String token =
        stack.access().token("bench", Map.of(), List.of("superadmin"), Duration.ofHours(1));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    this.question =
        HttpRequest.newBuilder(
                URI.create(
                    "%s/orgs/%s/analytics/usage?from=%s&to=%s"
                        .formatted(
                            stack.access().url(Component.USAGE_QUERY),
                            ORG,
                            today.minusDays(1),
                            today)))
            .header("Authorization", "Bearer " + token)
            .build();
  }

  /**
   * How old answers are.
   *
   * @param millis of each probe, sorted
   * @param stageMillis what a batch took meanwhile, by stage
   */
  record Ages(List<Long> millis, Map<String, Long> stageMillis) {

    int samples() {
      return millis.size();
    }

    long percentile(int percent) {
      return millis.get((millis.size() * percent + 99) / 100 - 1);
    }
  }

  /** While so many events flow. */
  Ages underLoad(Workload workload, long eventsPerSecond, Duration span)
      throws IOException, InterruptedException {
    long steadyFrom = System.nanoTime() + UNTIL_STEADY.toNanos();
    long until = steadyFrom + span.toNanos();
    Thread load = new Thread(() -> flow(workload, eventsPerSecond, until), "load");
    load.start();
    probe(steadyFrom);
    StageTimes before = StageTimes.read(stack, http);
    List<Long> millis = probe(until);
    Map<String, Long> stages = StageTimes.read(stack, http).meanMillisSince(before);
    load.join();
    return new Ages(millis, stages);
  }

  /** While nothing flows but the probes. */
  Ages whenQuiet(Duration span) throws IOException, InterruptedException {
    StageTimes before = StageTimes.read(stack, http);
    List<Long> millis = probe(System.nanoTime() + span.toNanos());
    return new Ages(millis, StageTimes.read(stack, http).meanMillisSince(before));
  }

  /** One after the other; in milliseconds, sorted. */
  private List<Long> probe(long until) throws IOException, InterruptedException {
    List<Long> millis = new ArrayList<>();
    try (EventSender sender = new EventSender(stack.access().kafkaBootstrap())) {
      while (System.nanoTime() < until) {
        sender.send(probeEvent(++probes));
        sender.flush();
        long acknowledged = System.nanoTime();
        while (requestsSeen() < probes) {
          LockSupport.parkNanos(PAUSE_BETWEEN_LOOKS.toNanos());
        }
        millis.add(Duration.ofNanos(System.nanoTime() - acknowledged).toMillis());
      }
    }
    return millis.stream().sorted().toList();
  }

  private void flow(Workload workload, long eventsPerSecond, long until) {
    long perTick = eventsPerSecond * TICK.toMillis() / 1000;
    try (EventSender sender = new EventSender(stack.access().kafkaBootstrap())) {
      for (long next = System.nanoTime(); next < until; next += TICK.toNanos()) {
        LockSupport.parkNanos(next - System.nanoTime());
        for (long i = 0; i < perTick; i++) {
          sender.send(workload.next());
        }
      }
    }
  }

  private static byte[] probeEvent(int number) {
    return "{\"eventId\":\"probe-%d\",\"orgId\":\"%s\",\"provider\":\"openai\",\"model\":\"gpt-4o\"}"
        .formatted(number, ORG)
        .getBytes(StandardCharsets.UTF_8);
  }

  private long requestsSeen() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(question, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("The analytics API answered " + answer.statusCode());
    }
    long seen = 0;
    for (JsonNode row : JSON.readTree(answer.body()).get("usage")) {
      seen += row.get("requestCount").asLong();
    }
    return seen;
  }
}
