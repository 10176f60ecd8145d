package io.tokenledger.ingest;

import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold when everything that was sent is ingested. */
final class IngestInvariants {

  private final SimulatedKafka kafka;
  private final SimulatedDatabase database;
  private final List<SimulatedMessage> messages;

  IngestInvariants(SimulatedKafka kafka, SimulatedDatabase database) {
    this.kafka = kafka;
    this.database = database;
    this.messages = kafka.usageEvents.stream().flatMap(List::stream).toList();
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  void check() {
    rawRowsAreTheAcceptedEvents();
    eachRowIsPublishedOnceAsItIsStored();
    eachRejectedMessageHasOneDeadLetter();
    theHighestRevisionCounts();
    theOrderOfAnOrgsEventsIsThatOfTheirSource();
  }

  private void rawRowsAreTheAcceptedEvents() {
    Set<String> accepted = new HashSet<>();
    messages.stream()
        .filter(message -> message.kind() == SimulatedMessage.Kind.VALID)
        .forEach(message -> accepted.add(message.name()));
    require(
        database.rows.keySet().containsAll(accepted),
        "accepted " + accepted + ", stored " + database.rows.keySet());
    kafka.everSent.stream()
        .filter(message -> message.kind() == SimulatedMessage.Kind.VALID)
        .forEach(message -> accepted.add(message.name()));
    require(accepted.containsAll(database.rows.keySet()), "stored " + database.rows.keySet());
  }

  private void eachRowIsPublishedOnceAsItIsStored() {
    Map<String, RecordedUsage> published = new HashMap<>();
    for (SimulatedKafka.Sent sent : kafka.sent) {
      if (sent.isVisible() && sent.recorded() != null) {
        String name = nameOf(sent.recorded());
        require(published.put(name, sent.recorded()) == null, name + " is published twice");
        PricedEvent row = database.rows.get(name);
        require(row != null, name + " is published, and not stored");
        require(
            row.toRecorded(row.toStored()).equals(sent.recorded()),
            name + " is not published as it is stored");
      }
    }
    database.rows.forEach(
        (name, row) ->
            require(
                published.containsKey(name) || isLost(row),
                "published " + published.keySet() + ", and not " + name));
  }

  /** Kafka has lost its message: the comparison finds it, and a rebuild counts it. */
  private boolean isLost(PricedEvent row) {
    return messages.stream().noneMatch(m -> m.serial() == row.message().key()[0]);
  }

  /** Once in each epoch, at most: where Kafka comes back with less, letters are lost, too. */
  private void eachRejectedMessageHasOneDeadLetter() {
    Map<Byte, Integer> letters = new HashMap<>();
    for (SimulatedKafka.Sent sent : kafka.sent) {
      if (sent.isVisible() && sent.deadLetter() != null) {
        letters.merge(sent.deadLetter().message().key()[0], 1, Integer::sum);
      }
    }
    for (SimulatedMessage message : messages) {
      int count = letters.getOrDefault((byte) message.serial(), 0);
      require(
          (count > 0) == isRejected(message) || count == 0 && mayBeSuperseded(message),
          count + " dead letters for " + message);
      require(count <= database.epochs.size(), count + " dead letters for " + message);
    }
  }

  /** Of the valid messages with one id and revision, those with another content than is kept. */
  private boolean isRejected(SimulatedMessage message) {
    return message.kind() != SimulatedMessage.Kind.VALID
        || kept(message).filter(copy -> !says(copy, message)).isPresent();
  }

  /** Who meets a higher revision does not count, whatever it says. */
  private boolean mayBeSuperseded(SimulatedMessage message) {
    return message.kind() != SimulatedMessage.Kind.INVALID
        && database.rows.containsKey(message.name())
        && counting(message).event().revision() > message.revision();
  }

  private Optional<PricedEvent> kept(SimulatedMessage message) {
    PricedEvent first = database.rows.get(message.name());
    return database.revisions.of(message.name(), first, message.revision());
  }

  private PricedEvent counting(SimulatedMessage message) {
    return database.revisions.counting(message.name(), database.rows.get(message.name()));
  }

  private static boolean says(PricedEvent event, SimulatedMessage message) {
    return event.event().revision() == message.revision()
        && event.event().tokens().input() == message.inputTokens();
  }

  private void theHighestRevisionCounts() {
    for (SimulatedMessage message : messages) {
      if (message.kind() == SimulatedMessage.Kind.VALID
          && !isLost(database.rows.get(message.name()))) {
        PricedEvent counts = counting(message);
        require(
            counts.event().revision() >= message.revision(),
            message + " was sent, and revision " + counts.event().revision() + " counts");
        require(
            kafka.everSent.stream().anyMatch(sent -> says(counts, sent)),
            counts + " counts, and was not sent");
      }
    }
  }

  private void theOrderOfAnOrgsEventsIsThatOfTheirSource() {
    Map<String, Long> last = new HashMap<>();
    for (SimulatedKafka.Sent sent : kafka.sent) {
      if (sent.isVisible() && sent.recorded() != null) {
        SourcePosition source = database.rows.get(nameOf(sent.recorded())).message().position();
        Long before =
            last.put(
                sent.recorded().orgId() + source.topicId() + source.partition(), source.offset());
        require(
            before == null || before < source.offset(),
            nameOf(sent.recorded()) + " is published after an event that came later");
      }
    }
  }

  private static String nameOf(RecordedUsage usage) {
    return SimulatedMessage.nameOf(usage.orgId(), usage.eventId());
  }
}
