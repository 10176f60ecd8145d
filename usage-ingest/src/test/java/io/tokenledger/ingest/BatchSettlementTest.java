package io.tokenledger.ingest;

import static io.tokenledger.ingest.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.BatchSettlement.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchSettlementTest {

  private static final UsageBatch NOTHING_PUBLISHED = batchPublishedBelow(0);

  @Test
  void whatWasNotThereIsRecorded() {
    Outcome outcome = settle(List.of(event(1, "a", 5, 10), event(2, "b", 5, 10)), Map.of());

    assertThat(outcome.recorded()).extracting(RecordedUsage::eventId).containsExactly("a", "b");
  }

  @Test
  void aRowFromTheSamePositionIsOursAndPublishedAsStored() {
    PricedEvent replayed = event(1, "a", 5, 999);
    StoredEvent beforeTheCrash = event(1, "a", 5, 10).toStored();

    Outcome outcome = settle(List.of(replayed), earlier(replayed, beforeTheCrash));

    assertThat(outcome.recorded()).extracting(RecordedUsage::costNanos).containsExactly(10L);
  }

  @Test
  void theSameFromAnotherPositionIsADuplicateAndSomethingElseAConflict() {
    PricedEvent copy = event(7, "a", 5, 10);
    PricedEvent other = event(8, "b", 6, 10);
    Map<EventKey.Name, StoredEvent> stored =
        new HashMap<>(earlier(copy, event(1, "a", 5, 10).toStored()));
    stored.putAll(earlier(other, event(2, "b", 5, 10).toStored()));

    Outcome outcome = settle(List.of(copy, other), stored);

    assertThat(outcome.recorded()).isEmpty();
    assertThat(outcome.duplicates()).containsExactly(copy);
    assertThat(outcome.rejected())
        .extracting(DeadLetter::reason)
        .containsExactly(RejectionCode.CONFLICT);
  }

  /** As a library of another language does; rows of before have the hash of what they were sent. */
  @Test
  void theSameTimeWrittenOtherwiseIsNoConflict() {
    List<String> spellings =
        List.of(
            "2026-05-01T00:00:00Z", "2026-05-01T00:00:00.000Z", "2026-05-01T02:00:00.000+02:00");
    for (String first : spellings) {
      for (String second : spellings) {
        PricedEvent copy = Events.at(7, "a", second, 5);
        PricedEvent other = Events.at(8, "a", second, 6);
        StoredEvent row = Events.at(1, "a", first, 5).toStored();

        Outcome outcome = settle(List.of(copy, other), earlier(copy, row));

        assertThat(outcome.duplicates()).containsExactly(copy);
        assertThat(outcome.rejected()).hasSize(1);
      }
    }
  }

  /** Kafka was put back to a copy after the row was stored. */
  @Test
  void whatStoodAtTheSamePositionBeforeIsNotOurs() {
    PricedEvent event = event(1, "a", 6, 10);

    Outcome outcome = settle(List.of(event), earlier(event, event(1, "a", 5, 10).toStored()));

    assertThat(outcome.rejected()).hasSize(1);
  }

  @Test
  void aRowFromARecreatedTopicIsNotOurs() {
    PricedEvent event = event(new SourcePosition(new UUID(2, 2), 0, 1), "a", 5, 10);

    Outcome outcome = settle(List.of(event), earlier(event, event(1, "a", 5, 10).toStored()));

    assertThat(outcome.duplicates()).hasSize(1);
  }

  @Test
  void repetitionsInsideABatchAreSettledAgainstTheFirst() {
    Outcome outcome =
        settle(List.of(event(1, "a", 5, 1), event(2, "a", 5, 1), event(3, "a", 6, 1)), Map.of());

    assertThat(outcome.recorded()).hasSize(1);
    assertThat(outcome.duplicates()).hasSize(1);
    assertThat(outcome.rejected()).hasSize(1);
  }

  @Test
  void aReplayMayMeetItsRowAtARepetition() {
    // The row was stored from offset 2; this time offset 1 leads the batch.
    PricedEvent first = event(1, "a", 5, 1);

    Outcome outcome =
        settle(List.of(first, event(2, "a", 5, 1)), earlier(first, event(2, "a", 5, 1).toStored()));

    assertThat(outcome.recorded()).hasSize(1);
    assertThat(outcome.duplicates()).containsExactly(first);
  }

  @Test
  void eventsArePublishedInTheOrderOfTheBatch() {
    // Ours is the repetition, which stands behind the first of its id.
    PricedEvent first = event(1, "a", 5, 1);
    List<PricedEvent> batch = List.of(first, event(2, "a", 5, 1), event(3, "b", 5, 1));

    Outcome outcome = settle(batch, earlier(first, event(2, "a", 5, 1).toStored()));

    assertThat(outcome.recorded()).extracting(RecordedUsage::eventId).containsExactly("a", "b");
  }

  @Test
  void anEventThatTheDatabaseRefusedNeverCounted() {
    PricedEvent refused = event(1, "a", 5, 1);
    PricedEvent other = event(2, "a", 6, 1);

    Outcome outcome =
        BatchSettlement.of(
            List.of(refused, other, event(3, "a", 6, 1)),
            new PoisonIsolation.Stored(Map.of(), Set.of(refused.message().position())),
            NOTHING_PUBLISHED);

    assertThat(outcome.rejected())
        .extracting(DeadLetter::reason)
        .containsExactly(RejectionCode.UNSTORABLE);
    assertThat(outcome.recorded()).hasSize(1);
    assertThat(outcome.duplicates()).hasSize(1);
  }

  @Test
  void aHigherRevisionTakesItsPlaceAndALowerOneDoesNotCount() {
    PricedEvent first = revision(1, 0, 10);
    PricedEvent third = revision(2, 2, 30);
    PricedEvent second = revision(3, 1, 20);
    PricedEvent copy = revision(4, 2, 30);
    PricedEvent other = revision(5, 2, 31);
    StoredEvent row =
        first
            .toStored()
            .with(
                Map.of(
                    2L, new StoredEvent.Copy(third.message().position(), hash(third)),
                    1L, new StoredEvent.Copy(second.message().position(), hash(second))));

    Outcome outcome = settle(List.of(first, third, second, copy, other), earlier(first, row));

    assertThat(outcome.recorded()).hasSize(1);
    assertThat(outcome.revised()).containsExactly(third);
    assertThat(outcome.superseded()).containsExactly(second);
    assertThat(outcome.duplicates()).containsExactly(copy);
    assertThat(outcome.rejected())
        .extracting(DeadLetter::reason)
        .containsExactly(RejectionCode.CONFLICT);
  }

  @Test
  void growingSnapshotsAreRevisedOneAfterTheOther() {
    PricedEvent first = revision(1, 0, 10);
    PricedEvent second = revision(2, 1, 20);
    PricedEvent third = revision(3, 2, 30);
    StoredEvent row =
        first
            .toStored()
            .with(
                Map.of(
                    1L, new StoredEvent.Copy(second.message().position(), hash(second)),
                    2L, new StoredEvent.Copy(third.message().position(), hash(third))));

    Outcome outcome = settle(List.of(first, second, third), earlier(first, row));

    assertThat(outcome.revised()).containsExactly(second, third);
    assertThat(outcome.superseded()).isEmpty();
  }

  @Test
  void whatIsBelowTheRecordedRevisionDoesNotCountWhateverItSays() {
    PricedEvent recorded = revision(1, 3, 30);
    PricedEvent late = revision(2, 0, 7);

    Outcome outcome = settle(List.of(late), earlier(late, recorded.toStored()));

    assertThat(outcome.superseded()).containsExactly(late);
    assertThat(outcome.rejected()).isEmpty();
  }

  private static PricedEvent revision(long offset, int revision, long inputTokens) {
    return Events.revision(offset, "a", revision, inputTokens);
  }

  private static long hash(PricedEvent event) {
    return event.event().payloadHash();
  }

  @Test
  void whatKafkaHasIsStoredAtMost() {
    PricedEvent lost = event(1, "a", 5, 1);
    PricedEvent kept = event(2, "b", 5, 1);
    PricedEvent other = event(3, "b", 6, 1);
    PricedEvent copy = event(4, "a", 5, 1);

    Outcome outcome =
        BatchSettlement.of(
            List.of(lost, kept, other, copy),
            stored(earlier(kept, kept.toStored())),
            batchPublishedBelow(4));

    assertThat(outcome.restored()).containsExactly(lost);
    assertThat(outcome.duplicates()).containsExactly(copy);
    assertThat(outcome.recorded()).isEmpty();
    assertThat(outcome.rejected()).isEmpty();
  }

  /** However a stream is cut into batches, and wherever it crashes before publishing. */
  @Property(tries = 300)
  void eachIdIsPublishedExactlyOnce(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> ids,
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 6) Integer> cuts,
      @ForAll @Size(max = 20) List<Boolean> crashes) {
    Map<EventKey.Name, StoredEvent> table = new HashMap<>();
    List<String> published = new ArrayList<>();
    int from = 0;
    for (int step = 0; from < ids.size(); step++) {
      int to = Math.min(ids.size(), from + (step < cuts.size() ? cuts.get(step) : 3));
      Outcome outcome = store(batch(ids, from, to), table);
      if (step >= crashes.size() || !crashes.get(step)) {
        outcome.recorded().forEach(usage -> published.add(usage.eventId()));
        from = to;
      }
    }
    assertThat(published).doesNotHaveDuplicates().hasSize((int) ids.stream().distinct().count());
  }

  private static UsageBatch batchPublishedBelow(long offset) {
    TopicPositions from = new TopicPositions(new UUID(1, 1), Map.of());
    return new UsageBatch(List.of(), from, Map.of(0, offset));
  }

  private static List<PricedEvent> batch(List<Integer> ids, int from, int to) {
    List<PricedEvent> events = new ArrayList<>();
    for (int offset = from; offset < to; offset++) {
      events.add(event(offset, "id-" + ids.get(offset), 1, 1));
    }
    return events;
  }

  private static Outcome store(List<PricedEvent> events, Map<EventKey.Name, StoredEvent> table) {
    Map<EventKey.Name, StoredEvent> earlier = new HashMap<>();
    for (PricedEvent candidate : PoisonIsolation.firstOfEach(events)) {
      StoredEvent row = table.putIfAbsent(candidate.name(), candidate.toStored());
      if (row != null) {
        earlier.put(candidate.name(), row);
      }
    }
    return BatchSettlement.of(events, stored(earlier), NOTHING_PUBLISHED);
  }

  private static Outcome settle(List<PricedEvent> events, Map<EventKey.Name, StoredEvent> earlier) {
    return BatchSettlement.of(events, stored(earlier), NOTHING_PUBLISHED);
  }

  private static PoisonIsolation.Stored stored(Map<EventKey.Name, StoredEvent> earlier) {
    return new PoisonIsolation.Stored(earlier, Set.of());
  }

  private static Map<EventKey.Name, StoredEvent> earlier(PricedEvent event, StoredEvent row) {
    return Map.of(event.name(), row);
  }
}
