package io.tokenledger.prices.http;

import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;

/** The model that a path names; checked. */
record PricedModel(String provider, String name) {

  static PricedModel of(String provider, String modelName) {
    return new PricedModel(
        Input.parameter("provider", provider).provider(),
        Input.parameter("modelName", modelName).modelName());
  }

  boolean isNameOf(PriceVersion version) {
    return version.provider().equals(provider) && version.modelName().equals(name);
  }

  ApiException unpriced() {
    return ApiException.notFound(
        "Model '" + name + "' of provider '" + provider + "' has no price at that time.");
  }
}
