package io.tokenledger.pricing;

import io.tokenledger.events.ModelName;

/** Whose price, or name, of which model; {@code orgId} is empty for everyone's. */
record PriceKey(String orgId, ModelName model) {

  static PriceKey of(PriceVersion version) {
    return new PriceKey(version.orgId(), version.model());
  }

  static PriceKey of(ModelAlias alias) {
    return new PriceKey(alias.orgId(), new ModelName(alias.provider(), alias.alias()));
  }

  /** Of the same owner. */
  PriceKey of(ModelName other) {
    return new PriceKey(orgId, other);
  }

  PriceKey global() {
    return new PriceKey(PriceVersion.GLOBAL, model);
  }
}
