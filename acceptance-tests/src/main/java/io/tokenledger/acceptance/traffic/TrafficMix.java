package io.tokenledger.acceptance.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.truth.ExpectedDeadLetters;
import io.tokenledger.acceptance.truth.HostileMessage;
import io.tokenledger.acceptance.truth.SampleEvent;
import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.acceptance.truth.Truth;
import io.tokenledger.events.RejectionCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Decides what is sent next, and knows what must become of it.
 *
 * <p>Of two messages with the same id and another body the first one counts. Which is the first is
 * certain only on one partition, or when the first is in the ledger already: a second body, or a
 * second time, therefore goes to the partition of the first until a later cycle.
 */
final class TrafficMix {

  private static final int REMEMBERED = 3_000;
  private static final Duration LATE = Duration.ofDays(34);
  private static final Duration ALMOST_TOO_EARLY = Duration.ofHours(23).plusMinutes(45);

  private final Truth truth;
  private final MessageSender sender;
  private final Random random;
  private final List<Sent> recent = new ArrayList<>();
  private final List<RevisedCall> revised = new ArrayList<>();
  private SampleEvents events;
  private List<String> revisedOrgs = List.of();
  private int partitions;
  private int cycle;

  private record Sent(SampleEvent event, EventForm form, int partition, int cycle) {}

  TrafficMix(Truth truth, MessageSender sender, long seed, int partitions) {
    this.truth = truth;
    this.sender = sender;
    this.random = new Random(seed);
    this.partitions = partitions;
  }

  /**
   * From here on new events are of these, and nothing more becomes known of earlier ones.
   *
   * @param orgsWithRevisions of whose calls more may become known
   */
  void use(SampleEvents other, List<String> orgsWithRevisions) {
    events = other;
    revisedOrgs = orgsWithRevisions;
    revised.clear();
  }

  /** From here on there are so many partitions. */
  void use(int morePartitions) {
    partitions = morePartitions;
  }

  /** What was sent before is in the ledger. */
  void beginCycle() {
    cycle++;
    reject(HostileMessage.oversized());
  }

  void sendNext() {
    int dice = random.nextInt(100);
    if (dice < 3 && !recent.isEmpty()) {
      sendAgain(oneOf(recent));
    } else if (dice == 3 && !recent.isEmpty()) {
      sendAnotherBody(oneOf(recent));
    } else if (dice == 4) {
      reject(oneOf(HostileMessage.all(Instant.now())));
    } else if (dice == 5) {
      send(events.next().at(millis(Instant.now().minus(LATE))), EventForm.anyTimed(random));
    } else if (dice == 6) {
      send(
          events.next().at(millis(Instant.now().plus(ALMOST_TOO_EARLY))),
          EventForm.anyTimed(random));
    } else if (dice < 9) {
      revised.add(new RevisedCall(oneOf(revisedOrgs), events, random));
      sendRevision(revised.get(revised.size() - 1));
    } else if (dice < 15 && !revised.isEmpty()) {
      sendRevision(oneOf(revised));
    } else {
      send(events.next(), EventForm.any(random));
    }
  }

  private void sendRevision(RevisedCall call) {
    SampleEvent copy = call.next(truth.usage());
    if (call.isOver()) {
      revised.remove(call);
    }
    sender.send(anyPartition(), EventForm.anyTimed(random).of(copy, Instant.now()));
  }

  /** One event per partition and org, in a conversation of this name. */
  int sendProbes(String conversation, List<String> orgs) {
    for (int partition = 0; partition < partitions; partition++) {
      for (String org : orgs) {
        SampleEvent probe = events.next().in(org, conversation);
        truth.usage().add(probe);
        sender.send(partition, EventForm.PLAIN.of(probe, Instant.now()));
      }
    }
    return partitions * orgs.size();
  }

  private void send(SampleEvent event, EventForm form) {
    Sent sent = new Sent(event, form, anyPartition(), cycle);
    truth.usage().add(event);
    if (recent.size() < REMEMBERED) {
      recent.add(sent);
    } else {
      recent.set(random.nextInt(REMEMBERED), sent);
    }
    Instant sentAt = form == EventForm.UNTIMED ? event.occurredAt() : Instant.now();
    sender.send(sent.partition, form.of(event, sentAt));
  }

  /** The same event in another form; one without a time gets another time of its message. */
  private void sendAgain(Sent first) {
    EventForm form = first.form.anyLikeIt(random);
    int partition = form == EventForm.UNTIMED ? partitionAfter(first) : anyPartition();
    sender.send(partition, form.of(first.event, Instant.now()));
  }

  private void sendAnotherBody(Sent first) {
    ObjectNode other = first.event.json();
    other.put("userId", "somebody else");
    byte[] value = other.toString().getBytes(StandardCharsets.UTF_8);
    reject(partitionAfter(first), new HostileMessage(value, RejectionCode.CONFLICT));
  }

  private void reject(HostileMessage message) {
    reject(anyPartition(), message);
  }

  private void reject(int partition, HostileMessage message) {
    String serial = truth.deadLetters().add(message.value(), message.reason());
    Map<String, String> headers = new HashMap<>(Map.of(ExpectedDeadLetters.SERIAL, serial));
    sender.send(partition, new Message(message.value(), headers, Instant.now().toEpochMilli()));
  }

  private int partitionAfter(Sent first) {
    return first.cycle < cycle ? anyPartition() : first.partition;
  }

  private int anyPartition() {
    return random.nextInt(partitions);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
