package io.tokenledger.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.OnFull;
import io.vertx.core.Vertx;
import java.nio.file.Path;
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
      int recorded = fill(calls);
      assertThat(calls.said()).doesNotContain("OPEN passed");
      open(calls, "passed");
      close(calls, "passed", How.COMPLETED);
      await().until(() -> calls.unrecorded() == 1);

      for (int i = 0; i < recorded; i++) {
        close(calls, "call" + i, How.NOT_SENT);
      }
      calls.ledger().end();
      assertThat(calls.said()).hasSize(2 * recorded).doesNotContain("USAGE passed");
      assertThat(calls.unrecorded()).isEqualTo(1);
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
                    done ->
                        threads.complete(
                            Set.copyOf(java.util.List.of(before, Thread.currentThread()))))
                .onFailure(threads::completeExceptionally);
          });
      assertThat(threads.get(5, TimeUnit.SECONDS)).hasSize(1);
    } finally {
      vertx.close();
    }
  }

  /** How many there is room for. */
  private static int fill(JournalsOfCalls calls) throws Exception {
    int recorded = 0;
    while (calls.journal().hasRoomForCalls()) {
      open(calls, "call" + recorded);
      recorded++;
    }
    return recorded;
  }

  private static void open(JournalsOfCalls calls, String id) throws Exception {
    calls.ledger().open(Calls.chat(id)).toCompletionStage().toCompletableFuture().get();
  }

  private static void close(JournalsOfCalls calls, String id, How how) {
    calls.ledger().close(Calls.chat(id), Calls.ended(Calls.answer(USAGE), how));
  }
}
