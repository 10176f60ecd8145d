package io.tokenledger.prices.postgres;

import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.PriceVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of {@code pricing.price_version}; never changed once written. */
@Entity
@Immutable
@Table(schema = "pricing", name = "price_version")
public class PriceVersionRow {

  @Id public String id;

  @Column(name = "book_version")
  long bookVersion;

  @Column(name = "org_id")
  String orgId;

  String provider;

  @Column(name = "model_name")
  String modelName;

  @Column(name = "effective_from")
  Instant effectiveFrom;

  @Column(name = "recorded_at")
  public Instant recordedAt;

  @Column(name = "recorded_by")
  public String recordedBy;

  String source;
  public String note;

  /** NULL where the price ends. */
  String rates;

  /** NULL where no run of a sync brought it. */
  @Column(name = "sync_run_id")
  public Long syncRunId;

  public static PriceVersionRow fromDraft(PriceDraft draft, BookNumbers.Next next) {
    PriceVersion version = draft.toVersion(next.bookVersion(), next.recordedAt());
    PriceVersionRow row = new PriceVersionRow();
    row.id = version.id();
    row.bookVersion = version.bookVersion();
    row.orgId = version.orgId();
    row.provider = version.provider();
    row.modelName = version.modelName();
    row.effectiveFrom = version.effectiveFrom();
    row.recordedAt = version.recordedAt();
    row.recordedBy = draft.recordedBy();
    row.source = version.source();
    row.note = draft.note();
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
