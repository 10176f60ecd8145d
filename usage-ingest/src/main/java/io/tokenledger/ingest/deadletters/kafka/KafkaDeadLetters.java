package io.tokenledger.ingest.deadletters.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.DeadLettersUnavailableException;
import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.deadletters.LetterCursor;
import io.tokenledger.ingest.deadletters.LetterPage;
import io.tokenledger.ingest.deadletters.LetterQuery;
import io.tokenledger.ingest.deadletters.LetterReplay;
import io.tokenledger.ingest.deadletters.LetterReplay.Result;
import io.tokenledger.ingest.deadletters.LetterReplay.Status;
import io.tokenledger.service.worker.CallersContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;

/**
 * The dead letters that are kept. The topic is read anew for each request, and nothing of it is
 * kept in memory. Each method fails with {@link DeadLettersUnavailableException} when Kafka cannot
 * be reached in time.
 */
@ApplicationScoped
public class KafkaDeadLetters {

  /** Of messages in one page: a letter may have 1 MiB. */
  private static final long MAX_PAGE_BYTES = 8 * 1024 * 1024;

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final DeadLetterClients clients;

  KafkaDeadLetters(DeadLetterClients clients) {
    this.clients = clients;
  }

  /** A page may be shorter than its limit, even empty, and yet name a next one. */
  public Uni<LetterPage> list(LetterQuery query) {
    return onWorker(
        () ->
            fromTopic(
                topic -> {
                  List<KeptLetter> letters = new ArrayList<>();
                  return new LetterPage(letters, topic.scan(query, MAX_PAGE_BYTES, letters::add));
                }));
  }

  /**
   * Sends the messages once more, as they came. Replaying twice is harmless: an event counts once.
   *
   * @param dryRun only says what would be sent
   */
  public Uni<LetterReplay> replay(LetterQuery query, boolean dryRun) {
    return onWorker(() -> withSender(dryRun, sender -> replay(query, sender)));
  }

  /** The same for single letters, answered in their order. */
  public Uni<LetterReplay> replay(Set<LetterId> ids, boolean dryRun) {
    return onWorker(() -> withSender(dryRun, sender -> replay(ids, sender)));
  }

  private LetterReplay replay(LetterQuery query, LetterSender sender) {
    Optional<LetterCursor> next =
        fromTopic(topic -> topic.scan(query, Long.MAX_VALUE, sender::send));
    return new LetterReplay(List.copyOf(sender.finish().values()), next);
  }

  private LetterReplay replay(Set<LetterId> ids, LetterSender sender) {
    Optional<LetterCursor> next = fromTopic(topic -> topic.read(ids, sender::send));
    Map<LetterId, Result> results = sender.finish();
    return new LetterReplay(
        ids.stream().map(id -> results.getOrDefault(id, notFound(id))).toList(), next);
  }

  private <T> T fromTopic(Function<DeadLetterTopic, T> read) {
    try (KafkaConsumer<byte[], byte[]> consumer = clients.consumer()) {
      return read.apply(new DeadLetterTopic(consumer));
    }
  }

  private LetterReplay withSender(boolean dryRun, Function<LetterSender, LetterReplay> replay) {
    if (dryRun) {
      return replay.apply(new LetterSender(Optional.empty()));
    }
    KafkaProducer<byte[], byte[]> producer = clients.producer();
    try {
      return replay.apply(new LetterSender(Optional.of(producer)));
    } finally {
      producer.close(CLOSING);
    }
  }

  private static Result notFound(LetterId id) {
    return new Result(id, Status.NOT_FOUND, "there is no such dead letter (any more)");
  }

  /** The Kafka clients block. What follows is done where it was asked for. */
  private static <T> Uni<T> onWorker(Supplier<T> work) {
    return Uni.createFrom()
        .deferred(
            () ->
                Uni.createFrom()
                    .item(work)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .emitOn(CallersContext.current()))
        .onFailure(KafkaException.class)
        .transform(DeadLettersUnavailableException::new);
  }
}
