package io.tokenledger.ingest.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Sends submitted events to {@code usage.events}, where they go the way of all others. */
@ApplicationScoped
class UsageEventProducer {

  private static final Logger LOG = Logger.getLogger(UsageEventProducer.class);

  private final MutinyEmitter<Record<String, byte[]>> usageEvents;

  UsageEventProducer(@Channel("usage-events") MutinyEmitter<Record<String, byte[]>> usageEvents) {
    this.usageEvents = usageEvents;
  }

  /** Done when Kafka has acknowledged each of them. */
  Uni<Void> send(List<SubmittedEvents.Valid> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Uni<Void>> sends = events.stream().map(this::send).toList();
    return Uni.join()
        .all(sends)
        .andCollectFailures()
        .replaceWithVoid()
        .onFailure()
        .transform(UsageEventProducer::notAcknowledged);
  }

  private Uni<Void> send(SubmittedEvents.Valid event) {
    return usageEvents.send(Record.of(event.orgId(), event.message()));
  }

  private static ApiException notAcknowledged(Throwable failure) {
    LOG.warnf("Kafka did not acknowledge submitted events: %s", failure);
    return new ApiException(
        ProblemCode.UNAVAILABLE,
        "Kafka did not acknowledge every event. Send the request again: an event counts once.");
  }
}
