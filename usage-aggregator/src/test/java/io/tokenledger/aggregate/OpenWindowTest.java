package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.aggregate.support.Usages;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.ErasedUsers.ErasedUser;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OpenWindowTest {

  private static final int POLL = 32;
  private static final OpenWindow.Bounds BOUNDS = new OpenWindow.Bounds(60_000, 1_000_000);

  private final OpenWindow window =
      new OpenWindow(new UUID(5, 5), Map.of(1, Position.at(10)), BOUNDS);

  @Test
  void itCountsWhereItBeganAndNowhereElse() {
    window.readTo(Map.of(0, 3L, 1, 12L));
    window.requireBegins(Map.of(0, Position.at(0), 1, Position.at(10)));

    assertThatThrownBy(() -> window.requireBegins(Map.of(0, Position.at(0), 1, Position.at(11))))
        .isInstanceOf(WindowIsOver.class);
    assertThatThrownBy(() -> window.requireBegins(Map.of(0, Position.at(1), 1, Position.at(10))))
        .isInstanceOf(WindowIsOver.class);
    assertThatThrownBy(() -> window.requireBegins(Map.of(0, Position.at(0), 1, Position.at(9))))
        .as("a database that has lost commits")
        .isInstanceOf(IllegalStateException.class);
  }

  /** The greatest cost, poll after poll: the sum of those and of one poll more fits. */
  @Test
  void itIsFullBeforeItsCostsOverflow() {
    RecordedUsage event = Usages.costing(UsageLimits.MAX_COST_NANOS);
    RevisedUsage revision =
        Usages.revision(event, Usages.costing(event, -UsageLimits.MAX_COST_NANOS), 1);
    int polls = 0;
    for (; !window.isFull(); polls++) {
      addAll(event, POLL);
    }
    assertThat(polls).isGreaterThan(10);
    RollupDeltas deltas = window.deltas(List.of(revision, revision), ErasedUsers.NONE);
    assertThat(deltas.orgDays().values())
        .allSatisfy(row -> assertThat(row.sum(RollupDelta.Sum.COST_NANOS)).isNotNegative());
  }

  @Test
  void itIsFullWhenItHasItsRows() {
    Map<String, String> tags = new TreeMap<>();
    int added = 0;
    for (; !window.isFull() && added < 10_000; added++) {
      for (int i = 0; i < 32; i++) {
        tags.put("key" + i, "value" + added);
      }
      window.add(Usages.tagged(tags), 1);
    }
    assertThat(added).isBetween(1_800, 1_900);
  }

  @Test
  void itIsFullWhenItHasItsBytes() {
    window.add(usage("org", 1), 600_000);
    assertThat(window.isFull()).isFalse();
    addAll(usage("org", 1), 1_000);
    assertThat(window.isFull()).as("nothing more is kept of the same rows").isFalse();
    window.add(usage("org", 2), 600_000);
    assertThat(window.isFull()).isTrue();
  }

  /** They are kept, and each may add to as many rows as its event has, twice. */
  @Test
  void adjustmentsCountForTheRowsTheyMayAddTo() {
    RecordedUsage event = usage("org", 1);
    RevisedUsage revision = Usages.revision(event, Usages.revised(event, 1), 1);
    int added = 0;
    for (; !window.isFull() && added < 20_000; added++) {
      window.add(revision, 1);
    }
    assertThat(added).isBetween(4_000, 7_500);
  }

  @Test
  void rowsOfAnErasedUserBecomeThoseOfThePseudonym() {
    for (int id = 0; id < 30; id++) {
      window.add(usage("org", id), 1);
      window.add(usage("other", id), 1);
    }
    window.add(underPseudonym(usage("org", 1)), 1);
    RollupDeltas deltas =
        window.deltas(List.of(), erased("user-1", Usages.NOON.plusSeconds(1_000_000)));

    assertThat(requestsOf(deltas, "org"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("user-0", 10L, "erased-1", 11L, "user-2", 10L));
    assertThat(requestsOf(deltas, "other")).containsEntry("user-1", 10L).hasSize(3);
    assertThat(deltas.conversations().keySet())
        .filteredOn(key -> key.call().orgId().equals("org"))
        .noneMatch(key -> key.call().userId().equals("user-1"));
  }

  @Test
  void anErasureInTheMiddleOfARowEndsTheWindow() {
    window.add(usage("org", 1), 1);
    window.add(usage("org", 7), 1);
    Instant between = usage("org", 7).occurredAt();

    assertThatThrownBy(() -> window.deltas(List.of(), erased("user-1", between)))
        .isInstanceOf(WindowIsOver.class);
  }

  /** Whoever is erased: a window adds what its messages do when they are told apart. */
  @Property(tries = 200)
  void itAddsWhatABatchOfItsMessagesDoes(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 40) Integer> ids,
      @ForAll @IntRange(max = 3) int erasedUser,
      @ForAll @IntRange(max = 40) int erasedAt) {
    ErasedUsers erased = erased("user-" + erasedUser, Usages.NOON.plusSeconds(600L * erasedAt));
    List<Recorded> messages = new ArrayList<>();
    List<Recorded> adjustments = new ArrayList<>();
    for (int id : ids) {
      RecordedUsage event = usage("org", id);
      messages.add(event);
      if (id % 4 == 0) {
        adjustments.add(Usages.revision(event, Usages.revised(event, id), id + 1));
      }
    }
    OpenWindow open = new OpenWindow(new UUID(5, 5), Map.of(), BOUNDS);
    messages.forEach(each -> open.add(each, 1));
    adjustments.forEach(each -> open.add(each, 1));
    assertThat(open.adjustments()).isEqualTo(adjustments);
    RollupDeltas together;
    try {
      together = open.deltas(adjustments, erased);
    } catch (WindowIsOver e) {
      return;
    }
    messages.addAll(adjustments);
    assertThat(together).usingRecursiveComparison().isEqualTo(RollupFold.of(messages, erased));
  }

  private void addAll(Recorded recorded, int times) {
    for (int i = 0; i < times; i++) {
      window.add(recorded, 1);
    }
  }

  private static RecordedUsage underPseudonym(RecordedUsage usage) {
    return Usages.by(usage, "erased-1");
  }

  private static ErasedUsers erased(String userId, Instant until) {
    return new ErasedUsers(
        List.of(new ErasedUser("org", ErasedUsers.hash("org", userId), until, "erased-1")));
  }

  private static Map<String, Long> requestsOf(RollupDeltas deltas, String org) {
    Map<String, Long> requests = new TreeMap<>();
    deltas
        .orgUserDays()
        .forEach(
            (key, row) -> {
              if (key.call().orgId().equals(org)) {
                requests.merge(
                    key.call().userId(), row.sum(RollupDelta.Sum.REQUEST_COUNT), Long::sum);
              }
            });
    return requests;
  }
}
