package io.tokenledger.prices.sync;

import io.tokenledger.events.Coded;
import io.tokenledger.pricing.rates.Rates;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A price that was set aside: a large move, or one that breaks a rule of prices.
 *
 * @param baseVersion id of the version it would replace; empty for a model that the book does not
 *     have
 * @param from that version's rates
 * @param reason why it waits; empty where it was not recorded yet
 * @param decision empty while nobody decided
 */
public record QuarantinedPrice(
    long id,
    long runId,
    String source,
    String provider,
    String modelName,
    String baseVersion,
    Optional<Rates> from,
    Rates to,
    String reason,
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
