package io.tokenledger.gateway.accounting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.service.journal.CallId;
import io.tokenledger.service.journal.JournaledEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OutstandingTest {

  private final Outstanding outstanding = new Outstanding();

  @Test
  void aCallThatRunsHoldsBackTheCheckpointUntilItIsWrittenAgain() {
    read(0, Entry.Kind.OPEN, "long");
    read(1, Entry.Kind.OPEN, "short");
    read(2, Entry.Kind.USAGE, "short");
    outstanding.acknowledged(2);
    assertThat(outstanding.first(3)).isZero();

    read(3, Entry.Kind.OPEN, "long");
    assertThat(outstanding.first(4)).isEqualTo(3);
    read(4, Entry.Kind.VOIDED, "long");
    assertThat(outstanding.first(5)).isEqualTo(5);
  }

  @Test
  void anEventIsNeededUntilItIsAcknowledged() {
    read(0, Entry.Kind.OPEN, "a");
    read(1, Entry.Kind.USAGE, "a");
    read(2, Entry.Kind.USAGE, "without an OPEN");
    assertThat(outstanding.first(3)).isEqualTo(1);
    outstanding.acknowledged(2);
    assertThat(outstanding.first(3)).isEqualTo(1);
    outstanding.acknowledged(1);
    assertThat(outstanding.first(3)).isEqualTo(3);
  }

  /**
   * A restart from the checkpoint, wherever it comes, sends each event that is not acknowledged and
   * ends each call that has no end.
   */
  @Property
  void aRestartMissesNothing(@ForAll @Size(max = 60) List<@IntRange(max = 35) Integer> steps) {
    Outstanding now = new Outstanding();
    List<Entry> journal = new ArrayList<>();
    Set<Long> acknowledged = new HashSet<>();
    for (int step : steps) {
      String id = "call" + step % 6;
      switch (step / 6) {
        case 0, 1 -> add(journal, Entry.Kind.OPEN, id, now);
        case 2, 3 -> add(journal, Entry.Kind.USAGE, id, now);
        case 4 -> add(journal, Entry.Kind.VOIDED, id, now);
        default -> acknowledge(journal, step, acknowledged, now);
      }
      long from = now.first(journal.size());
      assertThat(missed(journal, from, acknowledged)).isEmpty();
    }
  }

  private static void add(List<Entry> journal, Entry.Kind kind, String id, Outstanding now) {
    Entry entry = entry(journal.size(), kind, id);
    journal.add(entry);
    now.read(entry);
  }

  private static void acknowledge(
      List<Entry> journal, int step, Set<Long> acknowledged, Outstanding now) {
    journal.stream()
        .filter(entry -> entry.kind() == Entry.Kind.USAGE)
        .filter(entry -> !acknowledged.contains(entry.position()))
        .skip(step % 2)
        .findFirst()
        .ifPresent(
            entry -> {
              acknowledged.add(entry.position());
              now.acknowledged(entry.position());
            });
  }

  /** What stands before the checkpoint and is still needed. */
  private static List<Entry> missed(List<Entry> journal, long from, Set<Long> acknowledged) {
    return journal.stream()
        .filter(entry -> entry.position() < from)
        .filter(entry -> isNeeded(entry, journal, acknowledged))
        .toList();
  }

  private static boolean isNeeded(Entry entry, List<Entry> journal, Set<Long> acknowledged) {
    boolean last =
        journal.stream()
            .noneMatch(
                later ->
                    later.position() > entry.position()
                        && later.event().call().equals(entry.event().call()));
    return switch (entry.kind()) {
      case OPEN -> last;
      case USAGE -> !acknowledged.contains(entry.position());
      case VOIDED -> false;
    };
  }

  private void read(long position, Entry.Kind kind, String id) {
    outstanding.read(entry(position, kind, id));
  }

  private static Entry entry(long position, Entry.Kind kind, String id) {
    return new Entry(position, kind, JournaledEvent.none(new CallId("acme", id)));
  }
}
