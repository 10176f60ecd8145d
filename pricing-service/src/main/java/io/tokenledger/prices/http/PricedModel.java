package io.tokenledger.prices.http;

import io.tokenledger.events.ModelName;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;

/** The model that a path names. */
final class PricedModel {

  private PricedModel() {}

  static ModelName of(String provider, String modelName) {
    return new ModelName(
        Input.parameter("provider", provider).provider(),
        Input.parameter("modelName", modelName).modelName());
  }

  static ApiException unpriced(ModelName model) {
    return ApiException.notFound(
        "Model '%s' of provider '%s' has no price at that time."
            .formatted(model.name(), model.provider()));
  }
}
