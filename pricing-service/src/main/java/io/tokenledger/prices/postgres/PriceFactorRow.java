package io.tokenledger.prices.postgres;

import io.tokenledger.prices.FactorDraft;
import io.tokenledger.pricing.FactorScope;
import io.tokenledger.pricing.PriceFactor;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of {@code pricing.price_factor}; never changed once written. */
@Entity
@Immutable
@Table(schema = "pricing", name = "price_factor")
class PriceFactorRow extends BookRow {

  String models;

  /** NULL where the rule ends. */
  BigDecimal factor;

  static PriceFactorRow fromDraft(FactorDraft draft, BookNumbers.Next next) {
    PriceFactor entry = draft.toFactor(next.bookVersion(), next.recordedAt());
    PriceFactorRow row = new PriceFactorRow();
    row.take(entry, draft.recordedBy(), draft.note());
    row.models = entry.scope().models();
    row.factor = entry.factor().orElse(null);
    return row;
  }

  PriceFactor toFactor() {
    return new PriceFactor(
        id,
        bookVersion,
        orgId,
        new FactorScope(provider, models),
        effectiveFrom,
        recordedAt,
        Optional.ofNullable(factor));
  }
}
