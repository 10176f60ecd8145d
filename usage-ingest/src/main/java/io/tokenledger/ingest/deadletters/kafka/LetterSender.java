package io.tokenledger.ingest.deadletters.kafka;

import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.deadletters.LetterReplay.Result;
import io.tokenledger.ingest.deadletters.LetterReplay.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Sends letters to {@code usage.events} again, and remembers what became of each. */
final class LetterSender {

  private final Optional<Producer<byte[], byte[]>> producer;
  private final Map<LetterId, Result> results = new LinkedHashMap<>();
  private final Map<LetterId, Future<RecordMetadata>> underWay = new LinkedHashMap<>();

  /**
   * @param producer empty to only try
   */
  LetterSender(Optional<Producer<byte[], byte[]>> producer) {
    this.producer = producer;
  }

  void send(KeptLetter letter) {
    Optional<String> lost = letter.lost();
    results.put(
        letter.id(),
        lost.map(why -> new Result(letter.id(), Status.CANNOT_REPLAY, why))
            .orElseGet(() -> new Result(letter.id(), Status.REPLAYABLE, "")));
    if (lost.isEmpty()) {
      producer.ifPresent(p -> underWay.put(letter.id(), p.send(KeptLetters.toReplay(letter))));
    }
  }

  /**
   * Waits until Kafka has acknowledged what was sent.
   *
   * @throws KafkaException when it has not acknowledged everything
   */
  Map<LetterId, Result> finish() {
    producer.ifPresent(Producer::flush);
    underWay.forEach((id, sent) -> results.put(id, resultOf(id, sent)));
    return results;
  }

  private static Result resultOf(LetterId id, Future<RecordMetadata> sent) {
    try {
      sent.get();
      return new Result(id, Status.REPLAYED, "");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException tooLarge) {
        return new Result(id, Status.CANNOT_REPLAY, "Kafka refuses it: " + tooLarge.getMessage());
      }
      throw new KafkaException("Kafka did not acknowledge a replayed message", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while replaying", e);
    }
  }
}
