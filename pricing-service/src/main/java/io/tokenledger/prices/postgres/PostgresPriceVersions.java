package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.AliasDraft;
import io.tokenledger.prices.BookEntries;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.PriceVersions;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The price book in PostgreSQL. Every write holds the writers' lock until it is committed. */
@ApplicationScoped
class PostgresPriceVersions implements PriceVersions {

  private final PriceVersionRepository rows;
  private final ModelAliasRepository aliases;
  private final BookNumbers numbers;
  private final BookQuota quota;

  PostgresPriceVersions(
      PriceVersionRepository rows,
      ModelAliasRepository aliases,
      BookNumbers numbers,
      BookQuota quota) {
    this.rows = rows;
    this.aliases = aliases;
    this.numbers = numbers;
    this.quota = quota;
  }

  /**
   * The last number comes first: all up to it is committed. Reading until now instead, a price
   * committed between the two reads would be passed over for ever, with a later alias seen.
   */
  @Override
  public Uni<BookEntries> recordedAfter(long bookVersion) {
    return Panache.withSession(
        () -> numbers.last().chain(last -> entriesBetween(bookVersion, last)));
  }

  private Uni<BookEntries> entriesBetween(long bookVersion, long last) {
    return rows.recordedBetween(bookVersion, last)
        .chain(
            versions ->
                aliases
                    .recordedBetween(bookVersion, last)
                    .map(found -> new BookEntries(last, versions, found)));
  }

  @Override
  public Uni<List<RecordedPrice>> history(String orgId, String provider, String modelName) {
    List<String> orgIds =
        orgId.isEmpty() ? List.of(PriceVersion.GLOBAL) : List.of(PriceVersion.GLOBAL, orgId);
    return Panache.withSession(() -> rows.history(orgIds, provider, modelName));
  }

  @Override
  public Uni<PriceVersion> append(PriceDraft draft) {
    return Panache.withTransaction(
        () ->
            numbers
                .lockForWriting()
                .map(next -> PriceVersionRow.fromDraft(draft, next))
                .call(quota::requireRoomFor)
                .chain(rows::persist)
                .map(PriceVersionRow::toVersion));
  }

  @Override
  public Uni<ModelAlias> append(AliasDraft draft) {
    return Panache.withTransaction(
        () ->
            numbers
                .lockForWriting()
                .map(next -> ModelAliasRow.fromDraft(draft, next))
                .call(quota::requireRoomFor)
                .chain(aliases::persist)
                .map(ModelAliasRow::toAlias));
  }
}
