package io.tokenledger.client.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.client.TestLedger;
import io.tokenledger.client.Trackers;
import io.tokenledger.client.UsageTracker;
import java.io.IOException;
import java.time.Duration;

/** A tracker, the ledger it sends to, and what arrived there. */
final class SentEvents implements AutoCloseable {

  final TestLedger ledger = TestLedger.start();
  final UsageTracker tracker = Trackers.to(ledger.url()).start();

  SentEvents() throws IOException {}

  /** The last one, as it was sent. */
  JsonNode last() {
    assertThat(tracker.flush(Duration.ofSeconds(20))).isTrue();
    assertThat(tracker.stats().invalid() + tracker.stats().rejected()).isZero();
    assertThat(ledger.counted()).isNotEmpty();
    return ledger.counted().get(ledger.counted().size() - 1);
  }

  @Override
  public void close() {
    tracker.close();
    ledger.close();
  }
}
