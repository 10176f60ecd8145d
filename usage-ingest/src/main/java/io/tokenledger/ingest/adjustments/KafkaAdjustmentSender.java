package io.tokenledger.ingest.adjustments;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.ingest.kafka.IngestConfig;
import io.tokenledger.ingest.kafka.KafkaRecordedUsagePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends changes to {@code usage.recorded}, with a producer that lives for some of them: they are
 * rare.
 */
@ApplicationScoped
public class KafkaAdjustmentSender {

  private static final int TIMEOUT_MS = 5_000;
  private static final int DELIVERY_TIMEOUT_MS = 10_000;

  private final Map<String, Object> settings;
  private final RecordedFormat format;

  KafkaAdjustmentSender(
      @Identifier("default-kafka-broker") Map<String, Object> common, IngestConfig config) {
    format = config.recordedFormat();
    settings = new HashMap<>(common);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
  }

  /** Done when Kafka has acknowledged each of them; fails when it has not, in bounded time. */
  public Uni<Void> send(List<Adjustment> adjustments) {
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> sendAll(adjustments));
  }

  private void sendAll(List<Adjustment> adjustments) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> underWay = new ArrayList<>();
      long now = System.currentTimeMillis();
      for (Adjustment each : adjustments) {
        underWay.add(producer.send(KafkaRecordedUsagePublisher.toRecord(each, format, now)));
      }
      producer.flush();
      for (Future<RecordMetadata> sent : underWay) {
        sent.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka did not acknowledge an adjustment", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while sending adjustments", e);
    }
  }
}
