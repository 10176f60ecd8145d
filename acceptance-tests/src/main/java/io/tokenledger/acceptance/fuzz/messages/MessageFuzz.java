package io.tokenledger.acceptance.fuzz.messages;

import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.fuzz.HostileValues;
import io.tokenledger.events.Topics;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts hostile messages on {@code usage.events}, and garbage on the topics beside it. Each message
 * that Kafka takes becomes a row, a dead letter, or nothing because it is a copy.
 */
public final class MessageFuzz implements AutoCloseable {

  private static final int GARBAGE_EVERY = 50;

  /** Those that another service reads, or a person. */
  private static final List<String> BESIDE = List.of(Topics.PRICING_CHANGES, Topics.DEAD_LETTERS);

  private final long seed;
  private final HostileMessages messages;
  private final FuzzProducers producers;
  private final MessageAccount account;

  public MessageFuzz(long seed, LedgerAccess access) {
    this.seed = seed;
    this.messages = new HostileMessages(seed);
    this.producers = new FuzzProducers(access.kafkaBootstrap());
    this.account = new MessageAccount(access);
  }

  /**
   * Returns when Kafka has taken or refused each.
   *
   * @param between called with the number of each
   */
  public void send(int count, IntConsumer between) {
    for (int number = 0; number < count; number++) {
      send(number);
      if (number % GARBAGE_EVERY == 0) {
        sendGarbage(number);
      }
      between.accept(number);
    }
    producers.flush();
  }

  public MessageAccount account() {
    return account;
  }

  @Override
  public void close() {
    producers.close();
    account.close();
  }

  private void send(int number) {
    FuzzMessage message = messages.number(number);
    int partition = number % KafkaSettings.DEFAULT_PARTITIONS;
    producers.send(
        Dice.of(seed, number).below(5),
        new ProducerRecord<>(
            Topics.USAGE_EVENTS,
            partition,
            message.timestamp(),
            message.key(),
            message.value(),
            message.headers()),
        (taken, refused) -> account.sent(number, message, taken, refused));
  }

  private void sendGarbage(int number) {
    Dice dice = Dice.of(seed, -number - 1L);
    byte[] value =
        dice.oneIn(2)
            ? dice.bytes(dice.below(200))
            : dice.oneOf(HostileValues.TEXTS).getBytes(StandardCharsets.UTF_8);
    producers.send(
        number,
        new ProducerRecord<>(dice.oneOf(BESIDE), dice.bytes(8), value),
        (taken, refused) -> {});
  }
}
