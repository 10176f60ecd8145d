package io.tokenledger.prices.sync.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.postgres.BookNumbers;
import io.tokenledger.prices.postgres.PriceVersionRepository;
import io.tokenledger.prices.postgres.PriceVersionRow;
import io.tokenledger.prices.sync.SyncRun;
import io.tokenledger.prices.sync.plan.SyncBasis;
import io.tokenledger.prices.sync.plan.SyncPlan;
import io.tokenledger.pricing.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what a list is compared with, and writes what came of it; inside one transaction. */
@ApplicationScoped
class PlanWriter {

  private final BookNumbers numbers;
  private final PriceVersionRepository versions;
  private final SyncRunRepository runs;
  private final QuarantineRepository moves;

  PlanWriter(
      BookNumbers numbers,
      PriceVersionRepository versions,
      SyncRunRepository runs,
      QuarantineRepository moves) {
    this.numbers = numbers;
    this.versions = versions;
    this.runs = runs;
    this.moves = moves;
  }

  /**
   * @param basis as of now; nobody else writes until the transaction ends
   * @param next of the book, for the first price that is written
   */
  record Locked(SyncBasis basis, List<QuarantinedPriceRow> open, BookNumbers.Next next) {}

  /** One statement after the other, which a session needs. */
  Uni<Locked> lock(String source) {
    return numbers.lockForWriting().chain(next -> lock(source, next));
  }

  private Uni<Locked> lock(String source, BookNumbers.Next next) {
    return versions
        .recordedBetween(0, next.bookVersion())
        .chain(stored -> moves.open(source).chain(open -> locked(source, stored, open, next)));
  }

  private Uni<Locked> locked(
      String source,
      List<PriceVersion> stored,
      List<QuarantinedPriceRow> open,
      BookNumbers.Next next) {
    return runs.lastListed(source)
        .chain(
            listed ->
                runs.isFed(source).map(fed -> basis(stored, open, listed, fed, next.recordedAt())))
        .map(basis -> new Locked(basis, open, next));
  }

  private static SyncBasis basis(
      List<PriceVersion> stored,
      List<QuarantinedPriceRow> open,
      int lastListed,
      boolean fed,
      Instant now) {
    return new SyncBasis(
        stored, open.stream().map(QuarantinedPriceRow::toOpenMove).toList(), lastListed, fed, now);
  }

  Uni<Void> write(SyncPlan plan, Locked locked, SyncRunRow run) {
    Set<Long> superseded = new HashSet<>(plan.superseded());
    locked.open().stream()
        .filter(move -> superseded.contains(move.id))
        .forEach(move -> move.supersede(locked.basis().now()));
    // The index of open moves must see the old ones closed before the new ones come.
    return versions
        .flush()
        .chain(() -> versions.persistInTurn(rows(plan, locked, run)))
        .chain(() -> moves.persistInTurn(proposals(plan, locked, run)));
  }

  private static List<PriceVersionRow> rows(SyncPlan plan, Locked locked, SyncRunRow run) {
    List<PriceVersionRow> rows = new ArrayList<>(plan.drafts().size());
    for (PriceDraft draft : plan.drafts()) {
      PriceVersionRow row = PriceVersionRow.fromDraft(draft, locked.next().after(rows.size()));
      row.syncRunId = run.id;
      row.note = "Sync run " + run.id;
      row.recordedBy =
          run.startedBy.equals(SyncRun.BUNDLED_LIST) ? draft.recordedBy() : run.startedBy;
      rows.add(row);
    }
    return rows;
  }

  private static List<QuarantinedPriceRow> proposals(SyncPlan plan, Locked locked, SyncRunRow run) {
    return plan.proposed().stream()
        .map(move -> QuarantinedPriceRow.propose(move, run, locked.basis().now()))
        .toList();
  }
}
