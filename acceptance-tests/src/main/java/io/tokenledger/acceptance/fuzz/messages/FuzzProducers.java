package io.tokenledger.acceptance.fuzz.messages;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer for each compression: what is small on the wire can be large when it is read. */
final class FuzzProducers implements AutoCloseable {

  private static final List<String> COMPRESSIONS = List.of("none", "gzip", "lz4", "snappy", "zstd");
  private static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;
  private static final int BATCH_BYTES = 512 * 1024;

  private final List<KafkaProducer<byte[], byte[]>> producers;

  FuzzProducers(String bootstrapServers) {
    producers = COMPRESSIONS.stream().map(each -> producer(bootstrapServers, each)).toList();
  }

  /** What a producer refuses at once is told like what Kafka refuses. */
  void send(int number, ProducerRecord<byte[], byte[]> record, Callback done) {
    try {
      producers.get(number % producers.size()).send(record, done);
    } catch (KafkaException | IllegalArgumentException e) {
      done.onCompletion(null, e);
    }
  }

  /** Returns when each message was taken or refused. */
  void flush() {
    producers.forEach(KafkaProducer::flush);
  }

  @Override
  public void close() {
    producers.forEach(each -> each.close(Duration.ofSeconds(10)));
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrap, String compression) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 10);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_REQUEST_BYTES);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
