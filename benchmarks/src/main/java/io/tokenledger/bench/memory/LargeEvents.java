package io.tokenledger.bench.memory;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Events as large as they may be, in one way or another. */
final class LargeEvents {

  static final int EVENTS_A_BODY = 1_000;

  /** Of each of {@link #ORGS} orgs as many as a report may have rows. */
  static final int ROWS = 160_000;

  private static final int ORGS = 8;
  private static final int TAGS = 32;
  private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
  private static final int VALUES = 140_000;

  private final BenchStack stack;

  LargeEvents(BenchStack stack) {
    this.stack = stack;
  }

  /** The JSON of the event with this number. */
  interface Making {
    String event(int number);
  }

  String org(int number) {
    return "/orgs/rows-" + number % ORGS;
  }

  void send(int count, Making making) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.access().kafkaBootstrap(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_REQUEST_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < count; i++) {
        byte[] event = making.event(i).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.USAGE_EVENTS, event));
      }
      producer.flush();
    }
  }

  /** A body of nearly 5 MiB: each event has all the tags it may have, of its own values. */
  String body(int number) {
    return IntStream.range(0, EVENTS_A_BODY)
        .mapToObj(i -> withTags(number * EVENTS_A_BODY + i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String withTags(int number) {
    return IntStream.range(0, TAGS)
        .mapToObj(tag -> "\"tag-%d\":\"%s\"".formatted(tag, padded("value-" + number + "-", 135)))
        .collect(Collectors.joining(",", head("tags", "tags-" + number) + ",\"metadata\":{", "}}"));
  }

  String withLargeText(int number) {
    return head("large", "text-" + number)
        + ",\"rawUsage\":{\"prompt_tokens\":9,\"completion_tokens\":1,\"total_tokens\":10,\"note\":\""
        + "x".repeat(1_040_000)
        + "\"}}";
  }

  String withManyValues(int number) {
    return head("large", "values-" + number)
        + ",\"rawUsage\":{\"prompt_tokens\":9,\"completion_tokens\":1,\"total_tokens\":10,\"notes\":["
        + "{},".repeat(VALUES)
        + "{}]}}";
  }

  String ofItsOwnModel(int number) {
    return "{\"eventId\":\"row-%d\",\"orgId\":\"rows-%d\",\"provider\":\"%s\",\"modelName\":\"%s\",\"inputTokens\":%d}"
        .formatted(
            number, number % ORGS, padded("p", 60), padded("model-" + number + "-", 200), number);
  }

  /** A thousand items, together nearly 1 MiB. */
  static String toResolve(int number) {
    String units =
        IntStream.range(0, 16)
            .mapToObj(i -> "\"%s\":1.5".formatted(padded("unit" + i, 40)))
            .collect(Collectors.joining(","));
    String item =
        "{\"provider\":\"openai\",\"modelName\":\"gpt-4o\",\"usage\":{\"inputTokens\":1000,\"outputTokens\":%d,\"units\":{%s}}}"
            .formatted(number, units);
    return IntStream.range(0, 1_000).mapToObj(i -> item).collect(Collectors.joining(",", "[", "]"));
  }

  private static String head(String org, String id) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\",\"inputTokens\":9"
        .formatted(id, org);
  }

  private static String padded(String text, int length) {
    return text + "x".repeat(length - text.length());
  }
}
