package io.tokenledger.prices.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tokenledger.events.Money;
import java.math.BigDecimal;
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

  /** One org's day. */
  public record Difference(
      String orgId,
      LocalDate date,
      long events,
      BigInteger costNanosBefore,
      BigInteger costNanosAfter,
      BigInteger costNanosDelta,
      String costUsdDelta,
      long unpricedRequestsDelta) {

    static Difference of(RepriceRun.Difference found) {
      BigInteger delta = found.costNanosAfter().subtract(found.costNanosBefore());
      return new Difference(
          found.orgId(),
          found.date(),
          found.events(),
          found.costNanosBefore(),
          found.costNanosAfter(),
          delta,
          usd(delta),
          found.unpricedRequestsDelta());
    }
  }

  /** The answer of the list. */
  public record Runs(List<RepriceRunView> runs) {

    static Runs of(List<RepriceRun> runs) {
      return new Runs(runs.stream().map(run -> RepriceRunView.of(run, null)).toList());
    }
  }

  static RepriceRunView of(RepriceRun run, List<RepriceRun.Difference> differences) {
    RepriceOrder order = run.order();
    return new RepriceRunView(
        run.id(),
        run.finishedAt().isPresent() ? "finished" : "running",
        run.requestedAt(),
        order.requestedBy(),
        order.reason(),
        orNull(order.orgId()),
        orNull(order.provider()),
        orNull(order.modelName()),
        order.from().orElse(null),
        order.to().orElse(null),
        run.onlyUnpriced(),
        order.dryRun(),
        run.bookVersion(),
        run.eventsChanged(),
        run.costNanosDelta(),
        usd(run.costNanosDelta()),
        run.finishedAt().orElse(null),
        differences == null ? null : differences.stream().map(Difference::of).toList());
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String usd(BigInteger nanos) {
    BigDecimal usd = Money.usdFromNanos(new BigDecimal(nanos));
    return usd.signum() == 0 ? "0" : usd.stripTrailingZeros().toPlainString();
  }
}
