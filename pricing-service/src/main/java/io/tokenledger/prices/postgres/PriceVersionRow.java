package io.tokenledger.prices.postgres;

import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.PriceVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of {@code pricing.price_version}; never changed once written. */
@Entity
@Immutable
@Table(schema = "pricing", name = "price_version")
public class PriceVersionRow extends BookRow {

  String modelName;
  String source;

  /** NULL where the price ends. */
  String rates;

  /** NULL where no run of a sync brought it. */
  public Long syncRunId;

  public static PriceVersionRow fromDraft(PriceDraft draft, BookNumbers.Next next) {
    PriceVersion version = draft.toVersion(next.bookVersion(), next.recordedAt());
    PriceVersionRow row = new PriceVersionRow();
    row.take(version, draft.recordedBy(), draft.note());
    row.modelName = version.modelName();
    row.source = version.source();
    row.rates = version.rates().map(StoredRates::toJson).orElse(null);
    return row;
  }

  public PriceVersion toVersion() {
    return new PriceVersion(
        id,
        bookVersion,
        orgId,
        provider,
        modelName,
        effectiveFrom,
        recordedAt,
        source,
        Optional.ofNullable(rates).map(StoredRates::fromJson));
  }

  RecordedPrice toRecordedPrice() {
    return new RecordedPrice(toVersion(), recordedBy, note);
  }
}
