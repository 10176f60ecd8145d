package io.tokenledger.prices.sync.postgres;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.prices.postgres.StoredRates;
import io.tokenledger.prices.sync.QuarantinedPrice;
import io.tokenledger.prices.sync.QuarantinedPrice.Decision;
import io.tokenledger.prices.sync.QuarantinedPrice.Status;
import io.tokenledger.prices.sync.plan.OpenMove;
import io.tokenledger.prices.sync.plan.ProposedMove;
import io.tokenledger.pricing.PriceVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A row of {@code pricing.quarantined_price}. What did not change is not written: who decided may
 * have been erased meanwhile.
 */
@Entity
@DynamicUpdate
@Table(schema = "pricing", name = "quarantined_price")
class QuarantinedPriceRow {

  static final String PENDING = Status.PENDING.code();
  static final String APPROVED = Status.APPROVED.code();
  static final String REJECTED = Status.REJECTED.code();
  static final String SUPERSEDED = Status.SUPERSEDED.code();

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  long runId;
  String source;
  String provider;
  String modelName;

  /** Empty for a model that the book does not have; {@code fromRates} then tells nothing. */
  String baseVersion;

  String fromRates;
  String toRates;
  String status;
  Instant proposedAt;

  /** Since when the list says something else; NULL while it does not. */
  Instant supersededAt;

  String decidedBy;
  Instant decidedAt;
  String note = "";
  String priceVersion;
  String reason;

  static QuarantinedPriceRow propose(ProposedMove move, SyncRunRow run, Instant now) {
    QuarantinedPriceRow row = new QuarantinedPriceRow();
    row.runId = run.id;
    row.source = run.source;
    row.provider = move.model().provider();
    row.modelName = move.model().name();
    row.baseVersion = move.base().map(PriceVersion::id).orElse("");
    row.toRates = StoredRates.toJson(move.to());
    row.fromRates =
        move.base().flatMap(PriceVersion::rates).map(StoredRates::toJson).orElse(row.toRates);
    row.reason = move.reason();
    row.status = PENDING;
    row.proposedAt = now;
    return row;
  }

  boolean isNewModel() {
    return baseVersion.isEmpty();
  }

  boolean isPending() {
    return status.equals(PENDING);
  }

  /** A rejection stays one; from now on it no longer holds the same move back. */
  void supersede(Instant now) {
    supersededAt = now;
    status = isPending() ? SUPERSEDED : status;
  }

  void decide(String decision, String userId, String words, Instant now) {
    status = decision;
    decidedBy = userId;
    decidedAt = now;
    note = words;
  }

  /** As any price of a list: of a new model from the beginning of time, otherwise from now on. */
  PriceDraft toDraft(String userId, String words, Instant now) {
    return new PriceDraft(
        PriceVersion.GLOBAL,
        provider,
        modelName,
        isNewModel() ? Instant.EPOCH : now,
        source,
        userId,
        words.isEmpty() ? "Sync run " + runId + ", approved" : words,
        Optional.of(StoredRates.fromJson(toRates)));
  }

  OpenMove toOpenMove() {
    return new OpenMove(
        id,
        new ModelName(provider, modelName),
        baseVersion,
        StoredRates.fromJson(toRates),
        status.equals(REJECTED));
  }

  QuarantinedPrice toQuarantinedPrice() {
    return new QuarantinedPrice(
        id,
        runId,
        source,
        provider,
        modelName,
        baseVersion,
        isNewModel() ? Optional.empty() : Optional.of(StoredRates.fromJson(fromRates)),
        StoredRates.fromJson(toRates),
        reason,
        Status.ofCode(status),
        proposedAt,
        Optional.ofNullable(decidedBy)
            .map(
                by -> new Decision(by, decidedAt, note, priceVersion == null ? "" : priceVersion)));
  }
}
