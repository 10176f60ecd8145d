package io.tokenledger.local.kafka;

import io.tokenledger.events.Topics;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends usage events as they are, and counts what Kafka acknowledged. */
public final class EventSender implements AutoCloseable {

  private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
  private static final int MAX_FAILURES_KEPT = 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final AtomicLong acknowledged = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private long sent;

  /** To {@code usage.events}. */
  public EventSender(String bootstrapServers) {
    this(bootstrapServers, Topics.USAGE_EVENTS);
  }

  public EventSender(String bootstrapServers, String topic) {
    this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), topic);
  }

  /**
   * @param client settings of the Kafka client; they go before ours, except for those that what is
   *     acknowledged rests on
   */
  public EventSender(Map<String, Object> client, String topic) {
    this.topic = topic;
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.putAll(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Each line is one event, whatever is in it; empty lines are left out. */
  public void sendLines(InputStream input) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(input, 64 * 1024);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      if (next == '\n') {
        sendLine(line);
      } else {
        line.write(next);
      }
    }
    sendLine(line);
  }

  public void send(byte[] event) {
    long number = ++sent;
    send(null, event, failure -> count(number, failure));
  }

  /**
   * @param key may be null
   * @param answered gets null when Kafka has acknowledged it, else what went wrong
   */
  public void send(byte[] key, byte[] event, Consumer<Exception> answered) {
    producer.send(
        new ProducerRecord<>(topic, key, event), (metadata, failure) -> answered.accept(failure));
  }

  /** Returns when each event was acknowledged or has failed. */
  public void flush() {
    producer.flush();
  }

  public long sent() {
    return sent;
  }

  public long acknowledged() {
    return acknowledged.get();
  }

  /** A sentence for each of the first events that Kafka did not take. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    producer.close();
  }

  private void sendLine(ByteArrayOutputStream line) {
    byte[] event = line.toByteArray();
    line.reset();
    if (event.length > 0 && !(event.length == 1 && event[0] == '\r')) {
      send(event);
    }
  }

  private void count(long number, Exception failure) {
    if (failure == null) {
      acknowledged.incrementAndGet();
    } else if (failures.size() < MAX_FAILURES_KEPT) {
      failures.add("Event " + number + " was not taken: " + failure.getMessage());
    }
  }
}
