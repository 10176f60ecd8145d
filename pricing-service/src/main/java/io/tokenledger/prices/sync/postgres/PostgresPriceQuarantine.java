package io.tokenledger.prices.sync.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.postgres.BookNumbers;
import io.tokenledger.prices.postgres.PriceVersionRepository;
import io.tokenledger.prices.postgres.PriceVersionRow;
import io.tokenledger.prices.sync.QuarantinedPrice;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The moves that were set aside, in PostgreSQL. An approval holds the writers' lock, as every write
 * of a price.
 */
@ApplicationScoped
public class PostgresPriceQuarantine {

  private final BookNumbers numbers;
  private final QuarantineRepository moves;
  private final PriceVersionRepository versions;

  PostgresPriceQuarantine(
      BookNumbers numbers, QuarantineRepository moves, PriceVersionRepository versions) {
    this.numbers = numbers;
    this.moves = moves;
    this.versions = versions;
  }

  /**
   * The newest first.
   *
   * @param source empty for every one
   * @param below ids below this one
   */
  public Uni<List<QuarantinedPrice>> list(
      QuarantinedPrice.Status status, Optional<PriceSource> source, long below, int limit) {
    String code = source.map(PriceSource::code).orElse("");
    return Panache.withSession(() -> moves.listBelow(status.code(), code, below, limit))
        .map(found -> found.stream().map(QuarantinedPriceRow::toQuarantinedPrice).toList());
  }

  /**
   * Records the move's price as a version from now on.
   *
   * @return empty when there is no such move; fails with {@link RefusedException} when it was
   *     decided or superseded, or when a newer price of the model was recorded
   */
  public Uni<Optional<QuarantinedPrice>> approve(long id, String userId, String note) {
    return decide(id, (move, next) -> approve(move, next, userId, note));
  }

  /**
   * As {@link #approve}, but nothing is recorded save the decision, and a newer price is no
   * hindrance.
   */
  public Uni<Optional<QuarantinedPrice>> reject(long id, String userId, String note) {
    return decide(id, (move, next) -> reject(move, next, userId, note));
  }

  /** What is done with a move that is pending; nobody else decides it meanwhile. */
  private interface Act {
    Uni<QuarantinedPriceRow> on(QuarantinedPriceRow move, BookNumbers.Next next);
  }

  private Uni<Optional<QuarantinedPrice>> decide(long id, Act act) {
    return Panache.withTransaction(
        () -> numbers.lockForWriting().chain(next -> decide(id, act, next)));
  }

  private Uni<Optional<QuarantinedPrice>> decide(long id, Act act, BookNumbers.Next next) {
    return moves
        .locked(id)
        .onItem()
        .ifNotNull()
        .transformToUni(move -> act.on(requirePending(move), next))
        .map(Optional::ofNullable)
        .map(found -> found.map(QuarantinedPriceRow::toQuarantinedPrice));
  }

  private Uni<QuarantinedPriceRow> approve(
      QuarantinedPriceRow move, BookNumbers.Next next, String userId, String note) {
    return versions
        .lastOf(move.provider, move.modelName)
        .invoke(last -> requireBase(move, last))
        .map(last -> toVersion(move, next, userId, note))
        .chain(versions::persistAndFlush)
        .map(version -> approved(move, version, note));
  }

  private static PriceVersionRow toVersion(
      QuarantinedPriceRow move, BookNumbers.Next next, String userId, String note) {
    PriceVersionRow row =
        PriceVersionRow.fromDraft(move.toDraft(userId, note, next.recordedAt()), next);
    row.syncRunId = move.runId;
    return row;
  }

  private static QuarantinedPriceRow approved(
      QuarantinedPriceRow move, PriceVersionRow version, String note) {
    move.decide(QuarantinedPriceRow.APPROVED, version.recordedBy, note, version.recordedAt);
    move.priceVersion = version.id;
    return move;
  }

  private static Uni<QuarantinedPriceRow> reject(
      QuarantinedPriceRow move, BookNumbers.Next next, String userId, String note) {
    move.decide(QuarantinedPriceRow.REJECTED, userId, note, next.recordedAt());
    return Uni.createFrom().item(move);
  }

  private static QuarantinedPriceRow requirePending(QuarantinedPriceRow move) {
    if (move.isPending()) {
      return move;
    }
    throw new RefusedException(
        Reason.CONFLICT,
        move.decidedBy == null
            ? "Move " + move.id + " is superseded: the list says something else by now."
            : "Move "
                + move.id
                + " was "
                + move.status
                + " by "
                + move.decidedBy
                + " at "
                + move.decidedAt
                + ".");
  }

  private static void requireBase(QuarantinedPriceRow move, PriceVersionRow last) {
    if (!move.baseVersion.equals(last == null ? "" : last.id)) {
      throw new RefusedException(
          Reason.CONFLICT,
          "A newer price of the model was recorded"
              + (last == null ? "." : ": " + last.id + ". The next sync compares with it."));
    }
  }
}
