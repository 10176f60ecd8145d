package io.tokenledger.ingest.repricing;

import static io.tokenledger.ingest.support.LedgerClient.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.ingest.TestBooks;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events without a price are not read again for nothing, and none of them is forgotten. */
@QuarkusTest
@TestProfile(RepriceProfile.class)
@WithTestResource(LedgerServers.class)
class UnpricedCheckIT extends RepriceSteps {

  private record Config(Duration every, int chunkSize, Duration lookAgain, Duration lookAtAll)
      implements RepriceConfig {}

  @Inject PostgresUnpricedEvents events;

  private final PriceBook known = PriceBook.of(VERSION + 20, book.versions());

  @Test
  void eventsAreReadAgainWhenOneIsStoredThatWasHeldAgainstAnotherBook() {
    UnpricedCheck check = checkThatFoundNothing(Duration.ofHours(1));
    leaveWithoutPrice();
    check.run(known);
    assertThat(openRuns()).as("nothing was said to be stored, so nothing is read").isEmpty();

    LedgerClient.send(event("late", 7));
    await().atMost(PATIENCE).until(() -> published(EVENTS + 1));
    check.run(known);
    assertThat(openRuns()).hasSize(1);
  }

  @Test
  void eventsAreReadAgainWhenARepricingLeftOneWithoutPrice() {
    UnpricedCheck check = checkThatFoundNothing(Duration.ofHours(1));
    PriceBook ended = TestBooks.book(VERSION + 21, TestBooks.end(model, Instant.EPOCH));
    finish(requestAt(VERSION + 21), ended);
    check.run(known);
    assertThat(openRuns()).hasSize(1);
  }

  /** It says nothing of what it stores. */
  @Test
  void whatAnInstanceOfTheVersionBeforeLeftIsFoundWhenAllAreReadAgain() {
    UnpricedCheck check = checkThatFoundNothing(Duration.ZERO);
    leaveWithoutPrice();
    check.run(known);
    assertThat(openRuns()).hasSize(1);
  }

  private UnpricedCheck checkThatFoundNothing(Duration lookAtAll) {
    UnpricedCheck check =
        new UnpricedCheck(events, runs, new Config(Duration.ZERO, 13, Duration.ZERO, lookAtAll));
    count();
    check.run(known);
    finish((UUID) openRuns().get(0), known);
    check.run(known);
    assertThat(openRuns()).isEmpty();
    return check;
  }

  private void leaveWithoutPrice() {
    execute(
        "UPDATE raw.usage_event SET cost_status = 'unpriced', cost_nanos = 0, price_version = ''"
            + " WHERE cost_status = 'priced' AND org_id = '"
            + org
            + "'");
  }
}
