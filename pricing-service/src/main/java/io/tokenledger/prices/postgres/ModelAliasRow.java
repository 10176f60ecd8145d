package io.tokenledger.prices.postgres;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.AliasDraft;
import io.tokenledger.pricing.ModelAlias;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of {@code pricing.model_alias}; never changed once written. */
@Entity
@Immutable
@Table(schema = "pricing", name = "model_alias")
class ModelAliasRow extends BookRow {

  String alias;

  /** NULL where the alias ends, like the target's name. */
  String targetProvider;

  String targetModelName;

  static ModelAliasRow fromDraft(AliasDraft draft, BookNumbers.Next next) {
    ModelAlias alias = draft.toAlias(next.bookVersion(), next.recordedAt());
    ModelAliasRow row = new ModelAliasRow();
    row.take(alias, draft.recordedBy(), draft.note());
    row.alias = alias.alias();
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
