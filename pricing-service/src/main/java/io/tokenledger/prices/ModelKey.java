package io.tokenledger.prices;

import io.tokenledger.pricing.PriceVersion;

/** A model of everyone's prices. */
public record ModelKey(String provider, String modelName) {

  public static ModelKey of(PriceVersion version) {
    return new ModelKey(version.provider(), version.modelName());
  }

  @Override
  public String toString() {
    return provider + "/" + modelName;
  }
}
