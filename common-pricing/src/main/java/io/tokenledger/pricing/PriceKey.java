package io.tokenledger.pricing;

/** Whose price of which model; {@code orgId} is empty for everyone's. */
record PriceKey(String orgId, String provider, String modelName) {

  static PriceKey of(PriceVersion version) {
    return new PriceKey(version.orgId(), version.provider(), version.modelName());
  }
}
