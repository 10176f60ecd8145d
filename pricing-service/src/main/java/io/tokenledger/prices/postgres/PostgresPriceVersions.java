package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.AliasDraft;
import io.tokenledger.prices.BookEntries;
import io.tokenledger.prices.FactorDraft;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.PriceVersions;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The price book in PostgreSQL. Every write holds the writers' lock until it is committed. */
@ApplicationScoped
class PostgresPriceVersions implements PriceVersions {

  private final PriceVersionRepository rows;
  private final ModelAliasRepository aliases;
  private final PriceFactorRepository factors;
  private final BookNumbers numbers;
  private final BookQuota quota;

  PostgresPriceVersions(
      PriceVersionRepository rows,
      ModelAliasRepository aliases,
      PriceFactorRepository factors,
      BookNumbers numbers,
      BookQuota quota) {
    this.rows = rows;
    this.aliases = aliases;
    this.factors = factors;
    this.numbers = numbers;
    this.quota = quota;
  }

  /**
   * The last number comes first: all up to it is committed. Reading until now instead, a price
   * committed between the two reads would be passed over for ever, with a later alias seen.
   */
  @Override
  public Uni<BookEntries> recordedAfter(PriceBook known) {
    return Panache.withSession(
            () ->
                numbers
                    .line()
                    .chain(
                        line -> {
                          long from = line.equals(known.line()) ? known.version() : 0;
                          return numbers.last().chain(last -> entriesBetween(line, from, last));
                        }))
        .chain(found -> isBehind(found, known) ? newLine(known) : Uni.createFrom().item(found));
  }

  private static boolean isBehind(BookEntries found, PriceBook known) {
    return found.line().equals(known.line()) && found.bookVersion() < known.version();
  }

  /** Numbers that were given are not there: nobody can go on from them, who knows them. */
  private Uni<BookEntries> newLine(PriceBook known) {
    return Panache.withTransaction(() -> numbers.beginLineAfter(known.line()))
        .chain(() -> recordedAfter(known));
  }

  private Uni<BookEntries> entriesBetween(String line, long bookVersion, long last) {
    return rows.recordedBetween(bookVersion, last)
        .chain(
            versions ->
                aliases
                    .recordedBetween(bookVersion, last)
                    .chain(
                        names ->
                            factors
                                .recordedBetween(bookVersion, last)
                                .map(
                                    found -> new BookEntries(line, last, versions, names, found))));
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

  @Override
  public Uni<PriceFactor> append(FactorDraft draft) {
    return Panache.withTransaction(
        () ->
            numbers
                .lockForWriting()
                .map(next -> PriceFactorRow.fromDraft(draft, next))
                .call(quota::requireRoomFor)
                .chain(factors::persist)
                .map(PriceFactorRow::toFactor));
  }
}
