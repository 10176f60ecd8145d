package io.tokenledger.ingest.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.tokenledger.service.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Sends submitted events to {@code usage.events}, where they go the way of all others. */
@ApplicationScoped
public class KafkaEventSender {

  private static final Logger LOG = Logger.getLogger(KafkaEventSender.class);

  /**
   * Exporters and many a client wait for ten seconds, and send again what they are told to. What
   * Kafka acknowledges later is a duplicate when it comes again.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private final MutinyEmitter<Record<String, byte[]>> usageEvents;

  KafkaEventSender(@Channel("usage-events") MutinyEmitter<Record<String, byte[]>> usageEvents) {
    this.usageEvents = usageEvents;
  }

  /**
   * Done when Kafka has acknowledged each of them; fails when it does not within seven seconds.
   *
   * @param parent the span that they were submitted in
   */
  public Uni<Void> send(List<ValidEvent> events, Optional<TraceParent> parent) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    OutgoingKafkaRecordMetadata<String> headers = headers(parent);
    List<Uni<Void>> sends = events.stream().map(event -> send(event, headers)).toList();
    return inTime(Uni.join().all(sends).andCollectFailures().replaceWithVoid(), PATIENCE);
  }

  static Uni<Void> inTime(Uni<Void> acknowledged, Duration patience) {
    return acknowledged
        .ifNoItem()
        .after(patience)
        .fail()
        .onFailure()
        .transform(KafkaEventSender::notAcknowledged);
  }

  private Uni<Void> send(ValidEvent event, OutgoingKafkaRecordMetadata<String> headers) {
    return usageEvents.sendMessage(
        Message.of(Record.of(event.orgId(), event.message())).addMetadata(headers));
  }

  private static OutgoingKafkaRecordMetadata<String> headers(Optional<TraceParent> parent) {
    RecordHeaders headers = new RecordHeaders();
    parent.ifPresent(
        told ->
            headers.add(TraceParent.HEADER, told.toString().getBytes(StandardCharsets.US_ASCII)));
    return OutgoingKafkaRecordMetadata.<String>builder().withHeaders(headers).build();
  }

  private static ApiException notAcknowledged(Throwable failure) {
    LOG.warnf("Kafka did not acknowledge submitted events: %s", failure);
    return new ApiException(
        ProblemCode.UNAVAILABLE,
        "Kafka did not acknowledge every event. Send the request again: an event counts once.");
  }
}
