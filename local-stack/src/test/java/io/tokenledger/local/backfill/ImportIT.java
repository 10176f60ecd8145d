package io.tokenledger.local.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.events.Topics;
import io.tokenledger.local.FreePort;
import io.tokenledger.local.kafka.EmbeddedKafka;
import io.tokenledger.local.kafka.KafkaSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of little memory, and a real broker. */
class ImportIT {

  private static final int LINES = 60_000;
  private static final String MAIN_CLASS = "io.tokenledger.local.cli.Tokenledger";

  @TempDir Path folder;

  @Test
  void killedAndRepeatedItSendsTheSameEvents() throws Exception {
    Path file = write();
    Path state = folder.resolve("usage.csv.import-state.json");
    KafkaSettings settings = new KafkaSettings(folder.resolve("kafka"), FreePort.next(), 3);
    try (EmbeddedKafka broker = EmbeddedKafka.start(settings)) {
      Process killed = start(broker, file);
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(state) || !killed.isAlive());
      killed.destroyForcibly().waitFor();
      assertThat(state).as("it was killed on its way").exists();

      Process resumed = start(broker, file);
      String said = new String(resumed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(resumed.waitFor()).as(said).isEqualTo(3);
      assertThat(said)
          .contains("60,000 events")
          .contains("of them before it was stopped")
          .contains("1 refused {missing_field=1}");
      assertThat(state).doesNotExist();
      Set<String> sent = new HashSet<>(messages(broker));
      assertThat(sent).hasSize(LINES);

      assertThat(start(broker, file).waitFor()).isEqualTo(3);
      List<String> all = messages(broker);
      assertThat(all).hasSizeGreaterThanOrEqualTo(2 * LINES);
      assertThat(new HashSet<>(all)).isEqualTo(sent);
      assertThat(Files.readAllLines(folder.resolve("usage.csv.errors.ndjson")))
          .singleElement()
          .asString()
          .contains(
              "\"line\":60002,\"code\":\"missing_field\",\"detail\":\"provider is required\"");
    }
  }

  private Process start(EmbeddedKafka broker, Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN_CLASS,
            "import",
            "--format",
            "csv",
            "--bootstrap",
            broker.bootstrapServers(),
            file.toString())
        .redirectError(folder.resolve("stderr.txt").toFile())
        .start();
  }

  /** Rows without ids, and one that is refused. */
  private Path write() throws IOException {
    Path file = folder.resolve("usage.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      rows.write("event_time,org,user,provider,model,input_tokens,output_tokens\n");
      for (int i = 0; i < LINES; i++) {
        rows.write("2026-01-31T08:30:00Z,acme,u-%d,openai,gpt-4o,%d,5\n".formatted(i % 9, i % 7));
      }
      rows.write("2026-01-31T08:30:00Z,acme,u-1,,gpt-4o,1,5\n");
    }
    return file;
  }

  private static List<String> messages(EmbeddedKafka broker) {
    List<String> messages = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.USAGE_EVENTS).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
        for (ConsumerRecord<String, String> each : records) {
          messages.add(each.value());
        }
      }
    }
    return messages;
  }
}
