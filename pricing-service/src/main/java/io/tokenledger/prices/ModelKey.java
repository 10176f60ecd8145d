package io.tokenledger.prices;

import io.tokenledger.pricing.PriceVersion;

/** A model of everyone's prices. */
record ModelKey(String provider, String modelName) {

  static ModelKey of(PriceVersion version) {
    return new ModelKey(version.provider(), version.modelName());
  }

  @Override
  public String toString() {
    return provider + "/" + modelName;
  }
}
