package io.tokenledger.prices.sync;

import io.tokenledger.events.Coded;
import io.tokenledger.pricing.Rates;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A large move that was set aside.
 *
 * @param baseVersion id of the version it would replace
 * @param decision empty while nobody decided
 */
public record QuarantinedPrice(
    long id,
    long runId,
    String source,
    String provider,
    String modelName,
    String baseVersion,
    Rates from,
    Rates to,
    Status status,
    Instant proposedAt,
    Optional<Decision> decision) {

  /**
   * What a person said.
   *
   * @param note may be empty
   * @param priceVersion id of the version an approval recorded; empty for a rejection
   */
  public record Decision(String by, Instant at, String note, String priceVersion) {}

  /** How a move stands. */
  public enum Status implements Coded {
    PENDING,
    APPROVED,
    REJECTED,
    /** The list says something else by now, or somebody else priced the model. */
    SUPERSEDED;

    public static Status ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
