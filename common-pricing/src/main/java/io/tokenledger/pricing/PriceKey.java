package io.tokenledger.pricing;

/** Whose price, or name, of which model; {@code orgId} is empty for everyone's. */
record PriceKey(String orgId, String provider, String modelName) {

  static PriceKey of(PriceVersion version) {
    return new PriceKey(version.orgId(), version.provider(), version.modelName());
  }

  static PriceKey of(ModelAlias alias) {
    return new PriceKey(alias.orgId(), alias.provider(), alias.alias());
  }

  PriceKey global() {
    return new PriceKey(PriceVersion.GLOBAL, provider, modelName);
  }
}
