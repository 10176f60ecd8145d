package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.PriceVersions;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The price book in PostgreSQL. Every write holds the writers' lock until it is committed. */
@ApplicationScoped
class PostgresPriceVersions implements PriceVersions {

  private final PriceVersionRepository rows;

  PostgresPriceVersions(PriceVersionRepository rows) {
    this.rows = rows;
  }

  @Override
  public Uni<List<PriceVersion>> recordedAfter(long bookVersion) {
    return Panache.withSession(() -> rows.recordedAfter(bookVersion))
        .map(PostgresPriceVersions::toVersions);
  }

  @Override
  public Uni<List<RecordedPrice>> history(String orgId, String provider, String modelName) {
    List<String> orgIds =
        orgId.isEmpty() ? List.of(PriceVersion.GLOBAL) : List.of(PriceVersion.GLOBAL, orgId);
    return Panache.withSession(() -> rows.history(orgIds, provider, modelName))
        .map(found -> found.stream().map(PriceVersionRow::toRecordedPrice).toList());
  }

  @Override
  public Uni<PriceVersion> append(PriceDraft draft) {
    return Panache.withTransaction(
        () ->
            rows.lockForWriting()
                .chain(rows::lastBookVersion)
                .map(last -> PriceVersionRow.fromDraft(draft, last + 1, Instant.now()))
                .chain(rows::persist)
                .map(PriceVersionRow::toVersion));
  }

  @Override
  public Uni<Integer> appendAll(Function<List<PriceVersion>, List<PriceDraft>> decide) {
    return Panache.withTransaction(
        () ->
            rows.lockForWriting()
                .chain(() -> rows.recordedAfter(0))
                .map(stored -> numbered(decide.apply(toVersions(stored)), stored))
                .call(added -> rows.persist(added))
                .map(List::size));
  }

  private static List<PriceVersionRow> numbered(
      List<PriceDraft> drafts, List<PriceVersionRow> stored) {
    long next = stored.isEmpty() ? 1 : stored.get(stored.size() - 1).bookVersion + 1;
    Instant now = Instant.now();
    List<PriceVersionRow> numbered = new ArrayList<>(drafts.size());
    for (PriceDraft draft : drafts) {
      numbered.add(PriceVersionRow.fromDraft(draft, next++, now));
    }
    return numbered;
  }

  private static List<PriceVersion> toVersions(List<PriceVersionRow> found) {
    return found.stream().map(PriceVersionRow::toVersion).toList();
  }
}
