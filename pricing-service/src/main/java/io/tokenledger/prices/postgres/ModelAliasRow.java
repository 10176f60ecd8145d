package io.tokenledger.prices.postgres;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.AliasDraft;
import io.tokenledger.pricing.ModelAlias;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of {@code pricing.model_alias}; never changed once written. */
@Entity
@Immutable
@Table(schema = "pricing", name = "model_alias")
class ModelAliasRow {

  @Id String id;

  @Column(name = "book_version")
  long bookVersion;

  @Column(name = "org_id")
  String orgId;

  String provider;
  String alias;

  @Column(name = "effective_from")
  Instant effectiveFrom;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Column(name = "recorded_by")
  String recordedBy;

  String note;

  /** NULL where the alias ends, like the target's name. */
  @Column(name = "target_provider")
  String targetProvider;

  @Column(name = "target_model_name")
  String targetModelName;

  static ModelAliasRow fromDraft(AliasDraft draft, BookNumbers.Next next) {
    ModelAlias alias = draft.toAlias(next.bookVersion(), next.recordedAt());
    ModelAliasRow row = new ModelAliasRow();
    row.id = alias.id();
    row.bookVersion = alias.bookVersion();
    row.orgId = alias.orgId();
    row.provider = alias.provider();
    row.alias = alias.alias();
    row.effectiveFrom = alias.effectiveFrom();
    row.recordedAt = alias.recordedAt();
    row.recordedBy = draft.recordedBy();
    row.note = draft.note();
    row.targetProvider = alias.target().map(ModelName::provider).orElse(null);
    row.targetModelName = alias.target().map(ModelName::name).orElse(null);
    return row;
  }

  ModelAlias toAlias() {
    return new ModelAlias(
        id,
        bookVersion,
        orgId,
        provider,
        alias,
        effectiveFrom,
        recordedAt,
        Optional.ofNullable(targetModelName).map(name -> new ModelName(targetProvider, name)));
  }
}
