package io.tokenledger.prices.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A repricing as it is answered; what is null was not limited.
 *
 * @param status {@code running} or {@code finished}
 * @param onlyUnpriced made by itself, over events without price
 * @param bookVersion of the price book, at least
 * @param eventsChanged so far; of a dry run, that would change
 * @param costNanosDelta the new cost less the old one, in nano-dollars; {@code costUsdDelta} the
 *     same in dollars
 * @param differences per day and org; left out of lists
 */
@Schema(
    requiredProperties = {
      "id",
      "status",
      "requestedAt",
      "requestedBy",
      "reason",
      "onlyUnpriced",
      "dryRun",
      "bookVersion",
      "eventsChanged",
      "costNanosDelta",
      "costUsdDelta"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RepriceRunView(
    UUID id,
    String status,
    Instant requestedAt,
    String requestedBy,
    String reason,
    String orgId,
    String provider,
    String modelName,
    LocalDate from,
    LocalDate to,
    boolean onlyUnpriced,
    boolean dryRun,
    long bookVersion,
    long eventsChanged,
    BigInteger costNanosDelta,
    String costUsdDelta,
    Instant finishedAt,
    List<Difference> differences) {

  /**
   * What it changed, or would, of an org's day.
   *
   * @param costNanosBefore of these events, in nano-dollars
   * @param unpricedRequestsDelta negative when requests have a price now
   */
  public record Difference(
      String orgId,
      LocalDate date,
      long events,
      BigInteger costNanosBefore,
      BigInteger costNanosAfter,
      BigInteger costNanosDelta,
      String costUsdDelta,
      long unpricedRequestsDelta) {}

  /** The answer of the list. */
  public record Runs(List<RepriceRunView> runs) {}

  RepriceRunView withDifferences(List<Difference> told) {
    return new RepriceRunView(
        id,
        status,
        requestedAt,
        requestedBy,
        reason,
        orgId,
        provider,
        modelName,
        from,
        to,
        onlyUnpriced,
        dryRun,
        bookVersion,
        eventsChanged,
        costNanosDelta,
        costUsdDelta,
        finishedAt,
        told);
  }
}
