package io.tokenledger.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.Topics;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.local.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/producers.md shows is what is tried. */
class ProducersIT {

  private static final Path PAGE = Path.of("../docs/producers.md");
  private static final Path JAVA =
      Path.of("src/test/java/io/tokenledger/local/kafka/UsageProducer.java");
  private static final Path NODE = Path.of("src/test/node/producer.mjs");

  @TempDir Path folder;

  @Test
  void theSnippetForJavaSendsWhatTheLedgerTakes() throws Exception {
    KafkaSettings settings = new KafkaSettings(folder, FreePort.next(), 1);
    try (EmbeddedKafka broker = EmbeddedKafka.start(settings)) {
      ObjectNode usage = new ObjectMapper().createObjectNode();
      usage.put("prompt_tokens", 12).put("completion_tokens", 3).put("total_tokens", 15);
      try (UsageProducer producer = new UsageProducer(broker.bootstrapServers())) {
        producer.record("acme", "openai", "gpt-4o", usage);
      }
      try (TopicTap tap =
          new TopicTap(
              Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.USAGE_EVENTS)) {
        tap.fromBeginning();
        ConsumerRecord<byte[], byte[]> message = next(tap);
        Instant now = Instant.now();
        JsonNode json = new ObjectMapper().readTree(message.value());
        UsageEvent event = new UsageEventDecoder().decode(json, Map.of(), now, now);
        assertThat(event.tokens().input()).isEqualTo(12);
        assertThat(UUID.fromString(event.eventId()).version()).isEqualTo(7);
        assertThat(new String(message.key())).isEqualTo(event.eventId());
      }
    }
  }

  @Test
  void thePageShowsWhatIsTried() throws Exception {
    String page = Files.readString(PAGE);
    String java = Files.readString(JAVA);
    String snippet = java.substring(java.indexOf("final class UsageProducer")).strip();
    assertThat(page).contains("```java\n" + snippet + "\n```");
    assertThat(page).contains("```js\n" + Files.readString(NODE).strip() + "\n```");
  }

  private static ConsumerRecord<byte[], byte[]> next(TopicTap tap) {
    while (true) {
      for (ConsumerRecord<byte[], byte[]> each : tap.next()) {
        return each;
      }
    }
  }
}
