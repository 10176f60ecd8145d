package io.tokenledger.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entries;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.OnFull;
import io.tokenledger.gateway.accounting.journal.Outstanding;
import io.tokenledger.service.journal.CallId;
import io.tokenledger.service.journal.JournaledEvent;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLedgerTest {

  private static final String USAGE = "{'usage':{'prompt_tokens':10,'completion_tokens':5}}";

  @TempDir private Path directory;

  @Test
  void aCallIsWrittenDownBeforeItGoesOutAndWhenItHasEnded() throws Exception {
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      open(calls, "a");
      assertThat(calls.said()).containsExactly("OPEN a");
      close(calls, "a", How.COMPLETED);
      await().until(() -> calls.said().size() == 2);
      Entry usage = calls.entries().get(1);
      assertThat(Calls.decoded(usage.event().event()).tokens().total()).isEqualTo(15);
      assertThat(calls.ledger().depth()).isEqualTo(1);
    }
  }

  @Test
  void aCallThatNeverReachedItsProviderHasNoEvent() throws Exception {
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      open(calls, "a");
      close(calls, "a", How.NOT_SENT);
      await().until(() -> calls.said().size() == 2);
      assertThat(calls.said()).containsExactly("OPEN a", "VOIDED a");
      assertThat(calls.ledger().depth()).isZero();
    }
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      assertThat(calls.said()).hasSize(2);
    }
  }

  /** However often it stops before its event is sent, the event is the same. */
  @Test
  void aCallThatRanWhenTheGatewayStoppedGetsItsEventOnce() throws Exception {
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      open(calls, "ended");
      open(calls, "running");
      close(calls, "ended", How.COMPLETED);
    }
    byte[] event = CallEvents.stopped(Calls.chat("running"));
    for (int start = 0; start < 3; start++) {
      try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
        assertThat(calls.said())
            .containsExactly("OPEN ended", "OPEN running", "USAGE ended", "USAGE running");
        assertThat(calls.entries().get(3).event().event()).isEqualTo(event);
        assertThat(calls.ledger().depth()).isEqualTo(2);
      }
    }
  }

  @Test
  void aFullJournalLetsCallsPassAndCountsThem() throws Exception {
    try (JournalsOfCalls calls =
        new JournalsOfCalls(directory, JournalsOfCalls.SMALL, OnFull.PASS)) {
      fill(calls);
      open(calls, "passed");
      close(calls, "passed", How.COMPLETED);
      await().until(() -> calls.unrecorded() == 1);
      calls.ledger().end();
      assertThat(calls.said()).doesNotContain("OPEN passed", "USAGE passed");
      assertThat(calls.unrecorded()).isEqualTo(1);
    }
  }

  /** What runs when the journal is full has room for its end; more than that may not run. */
  @Test
  void moreCallsThanCanEndAreNotRecorded() throws Exception {
    try (JournalsOfCalls calls =
        new JournalsOfCalls(directory, JournalsOfCalls.SMALL, OnFull.REFUSE)) {
      int open = 0;
      while (isOpened(calls, "call" + open)) {
        open++;
      }
      assertThat(open).isBetween(500, 2_000);
      close(calls, "call0", How.NOT_SENT);
      await().until(() -> isOpened(calls, "another"));
    }
  }

  /**
   * Their events have no room, as their own OPEN records, among others, are not done with; the
   * broker has acknowledged all that there is.
   */
  @Test
  void aFullJournalGetsRoomThoughTheEndsOfCallsWait() throws Exception {
    try (JournalsOfCalls calls =
        new JournalsOfCalls(directory, JournalsOfCalls.SMALL, OnFull.PASS)) {
      for (int i = 0; i < 500; i++) {
        open(calls, "runs" + i);
      }
      fill(calls);
      String large = "{'usage':{'prompt_tokens':10},'x':'" + "y".repeat(5_000) + "'}";
      for (int i = 0; i < 500; i++) {
        calls
            .ledger()
            .close(Calls.chat("runs" + i), Calls.ended(Calls.answer(large), How.COMPLETED));
      }
      await().until(() -> !calls.journal().hasRoomForEvents());
      Broker broker = new Broker(calls);
      await().atMost(20, TimeUnit.SECONDS).until(() -> broker.takesEvents().size() == 500);
      assertThat(calls.unrecorded()).isZero();
    }
  }

  @Test
  void aFullJournalRefusesCallsUntilThereIsRoom() throws Exception {
    try (JournalsOfCalls calls =
        new JournalsOfCalls(directory, JournalsOfCalls.SMALL, OnFull.REFUSE)) {
      fill(calls);
      assertThatThrownBy(() -> open(calls, "refused"))
          .hasCauseInstanceOf(NotRecordedException.class)
          .hasMessageContaining("the journal is full");
      assertThat(calls.unrecorded()).isZero();

      calls.journal().acknowledge(calls.journal().end());
      open(calls, "later");
      assertThat(calls.said()).containsExactly("OPEN later");
    }
  }

  /** So that a call of an hour does not keep an hour of calls on the disk. */
  @Test
  void aCallThatRunsForLongIsWrittenAgainButNeverAfterItsEnd() throws Exception {
    try (JournalsOfCalls calls =
        new JournalsOfCalls(directory, JournalsOfCalls.SMALL, OnFull.PASS)) {
      open(calls, "long");
      open(calls, "ended");
      close(calls, "ended", How.COMPLETED);
      for (int i = 0; calls.journal().renewBefore() <= 0; i++) {
        open(calls, "short" + i);
        close(calls, "short" + i, How.NOT_SENT);
      }
      await().until(() -> calls.said().stream().filter("OPEN long"::equals).count() == 2);
      assertThat(calls.said()).containsOnlyOnce("OPEN ended");
    }
  }

  @Test
  void whoeverOpensACallGoesOnWhereItWas() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (JournalsOfCalls calls = JournalsOfCalls.in(directory)) {
      CompletableFuture<Set<Thread>> threads = new CompletableFuture<>();
      vertx.runOnContext(
          start -> {
            Thread before = Thread.currentThread();
            calls
                .ledger()
                .open(Calls.chat("a"))
                .onSuccess(
                    done -> threads.complete(Set.copyOf(List.of(before, Thread.currentThread()))))
                .onFailure(threads::completeExceptionally);
          });
      assertThat(threads.get(5, TimeUnit.SECONDS)).hasSize(1);
    } finally {
      vertx.close();
    }
  }

  /** By calls that have ended. */
  private static void fill(JournalsOfCalls calls) {
    for (int i = 0; calls.journal().hasRoomForCalls(); i++) {
      CallId call = new CallId(Calls.ORG, "full" + i);
      calls.journal().append(Entry.Kind.OPEN, new JournaledEvent(call, new byte[1_000])).join();
      calls.journal().append(Entry.Kind.VOIDED, JournaledEvent.none(call)).join();
    }
  }

  private static boolean isOpened(JournalsOfCalls calls, String id) {
    return calls
        .ledger()
        .open(Calls.chat(id))
        .toCompletionStage()
        .handle((done, no) -> no == null)
        .toCompletableFuture()
        .join();
  }

  private static void open(JournalsOfCalls calls, String id) throws Exception {
    calls.ledger().open(Calls.chat(id)).toCompletionStage().toCompletableFuture().get();
  }

  private static void close(JournalsOfCalls calls, String id, How how) {
    calls.ledger().close(Calls.chat(id), Calls.ended(Calls.answer(USAGE), how));
  }

  /** Acknowledges each event as soon as it is read. */
  private static final class Broker {

    private final CallJournal journal;
    private final Entries entries;
    private final Outstanding outstanding = new Outstanding();
    private final Set<CallId> events = new HashSet<>();

    Broker(JournalsOfCalls calls) {
      journal = calls.journal();
      entries = journal.read();
    }

    /** All that it has taken. */
    Set<CallId> takesEvents() {
      Optional<Entry> next = entries.next();
      while (next.isPresent()) {
        outstanding.read(next.get());
        if (next.get().kind() == Entry.Kind.USAGE) {
          outstanding.acknowledged(next.get().position());
          events.add(next.get().event().call());
        }
        next = entries.next();
      }
      journal.acknowledge(outstanding.first(entries.position()));
      return events;
    }
  }
}
