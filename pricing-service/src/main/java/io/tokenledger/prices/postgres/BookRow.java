package io.tokenledger.prices.postgres;

import io.tokenledger.pricing.BookEntry;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What a row has of an entry of the book, whatever it is about; never changed once written. */
@MappedSuperclass
public abstract class BookRow {

  @Id public String id;

  long bookVersion;
  String orgId;
  String provider;
  Instant effectiveFrom;
  public Instant recordedAt;
  public String recordedBy;
  public String note;

  final void take(BookEntry entry, String recorder, String words) {
    id = entry.id();
    bookVersion = entry.bookVersion();
    orgId = entry.orgId();
    provider = entry.provider();
    effectiveFrom = entry.effectiveFrom();
    recordedAt = entry.recordedAt();
    recordedBy = recorder;
    note = words;
  }
}
