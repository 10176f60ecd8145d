package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.alias;
import static io.tokenledger.pricing.Prices.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the book said at one time about another. */
class KnownAtTest {

  private static final Instant MAY = Instant.parse("2026-05-15T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final String RATES = "{'input':'1'}";
  private static final PriceVersion FIRST =
      recorded(version("", "a", "m", "2026-01-01", 1, RATES), "2026-01-01T00:00:00Z");

  /** In July it turned out that the price had been another one since May. */
  private static final PriceVersion CORRECTED =
      recorded(version("", "a", "m", "2026-05-01", 2, RATES), "2026-07-01T00:00:00Z");

  private static final PriceBook BOOK = PriceBook.of(2, List.of(FIRST, CORRECTED));

  @Test
  void aCorrectionDoesNotChangeWhatWasBelievedBefore() {
    assertThat(BOOK.find("", "a", "m", MAY)).contains(CORRECTED);
    assertThat(BOOK.find("", "a", "m", MAY, JULY.minusNanos(1_000))).contains(FIRST);
    assertThat(BOOK.find("", "a", "m", MAY, JULY)).contains(CORRECTED);
    assertThat(BOOK.inForce(MAY, MAY)).containsExactly(FIRST);
    assertThat(BOOK.inForce(MAY, JULY)).containsExactly(CORRECTED);
  }

  @Test
  void beforeAnythingWasRecordedNothingWasKnown() {
    assertThat(BOOK.find("", "a", "m", MAY, FIRST.recordedAt().minusSeconds(1))).isEmpty();
  }

  @Test
  void anEndRecordedLaterWasNotKnownBefore() {
    PriceVersion ended =
        recorded(version("", "a", "m", "2026-02-01", 3, ""), "2026-07-01T00:00:00Z");
    PriceBook book = PriceBook.of(3, List.of(FIRST, ended));
    assertThat(book.find("", "a", "m", MAY)).isEmpty();
    assertThat(book.find("", "a", "m", MAY, MAY)).contains(FIRST);
  }

  @Test
  void anAliasIsKnownFromItsRecordingOn() {
    ModelAlias named = alias("", "azure/prod", "2026-01-01", 3, "a/m");
    ModelAlias late =
        new ModelAlias(
            named.id(),
            named.bookVersion(),
            named.orgId(),
            named.provider(),
            named.alias(),
            named.effectiveFrom(),
            JULY,
            named.target());
    PriceBook book = PriceBook.of(3, List.of(FIRST), List.of(late));
    assertThat(book.find("", "azure", "prod", MAY)).contains(FIRST);
    assertThat(book.find("", "azure", "prod", MAY, MAY)).isEmpty();
    assertThat(book.aliasesInForce(MAY, JULY)).containsExactly(late);
    assertThat(book.aliasesInForce(MAY, MAY)).isEmpty();
  }

  private static PriceVersion recorded(PriceVersion version, String at) {
    return new PriceVersion(
        version.id(),
        version.bookVersion(),
        version.orgId(),
        version.provider(),
        version.modelName(),
        version.effectiveFrom(),
        Instant.parse(at),
        version.source(),
        version.rates());
  }
}
