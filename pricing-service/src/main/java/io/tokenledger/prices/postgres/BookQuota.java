package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PricesConfig;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * An org's share of the book, which everyone who prices holds in memory as a whole. For use inside
 * a session, by who has the writers' lock: what is counted cannot change before it is added to.
 * Everyone's prices have no quota: a superadmin or a synced list sets them.
 */
@ApplicationScoped
class BookQuota {

  private static final String RECENT =
      """
      SELECT count(*) FROM pricing.book_change
      WHERE org_id = :org AND recorded_at > clock_timestamp() - interval '1 minute'""";

  private static final String VERSIONS =
      "SELECT count(*) FROM pricing.price_version WHERE org_id = :org";

  private static final String RATES_BYTES =
      "SELECT coalesce(sum(octet_length(rates)), 0) FROM pricing.price_version WHERE org_id = :org";

  private static final String ALIASES =
      "SELECT count(*) FROM pricing.model_alias WHERE org_id = :org";

  private static final String FACTORS =
      "SELECT count(*) FROM pricing.price_factor WHERE org_id = :org";

  private final PricesConfig config;

  BookQuota(PricesConfig config) {
    this.config = config;
  }

  /** Fails with {@link RefusedException} when the org may not record {@code price}. */
  Uni<Void> requireRoomFor(PriceVersionRow price) {
    long bytes = price.rates == null ? 0 : price.rates.length();
    long kib = config.maxRatesKibPerOrg();
    return price.orgId.isEmpty()
        ? Uni.createFrom().voidItem()
        : requirePatience(price.orgId)
            .chain(
                () -> requireBelow(VERSIONS, price.orgId, config.maxVersionsPerOrg(), "versions"))
            .chain(
                () ->
                    requireBelow(RATES_BYTES, price.orgId, kib * 1024 - bytes + 1, "KiB of rates"));
  }

  /** The same for an alias. */
  Uni<Void> requireRoomFor(ModelAliasRow alias) {
    return alias.orgId.isEmpty()
        ? Uni.createFrom().voidItem()
        : requirePatience(alias.orgId)
            .chain(() -> requireBelow(ALIASES, alias.orgId, config.maxAliasesPerOrg(), "aliases"));
  }

  /** The same for a factor. */
  Uni<Void> requireRoomFor(PriceFactorRow factor) {
    return requirePatience(factor.orgId)
        .chain(
            () -> requireBelow(FACTORS, factor.orgId, config.maxFactorsPerOrg(), "price factors"));
  }

  private Uni<Void> requirePatience(String org) {
    return count(RECENT, org)
        .invoke(
            recent -> {
              if (recent >= config.maxChangesPerMinute()) {
                throw new RefusedException(
                    Reason.TOO_OFTEN,
                    "Org '%s' has changed %d prices, aliases and factors within a minute; try again in one."
                        .formatted(org, recent));
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> requireBelow(String sql, String org, long limit, String what) {
    return count(sql, org)
        .invoke(
            found -> {
              if (found >= limit) {
                throw new RefusedException(
                    Reason.CONFLICT,
                    "The price book takes no more %s of org '%s'; whoever runs the ledger can raise its quota."
                        .formatted(what, org));
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Long> count(String sql, String org) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(sql, Long.class)
                    .setParameter("org", org)
                    .getSingleResult());
  }
}
