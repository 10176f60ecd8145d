package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.request.TextSample;

/** How many tokens a text has by our own count, where the provider told none. */
@FunctionalInterface
public interface TokenEstimate {

  /** Four characters a token: as good as nothing is known of the text, and for nothing. */
  TokenEstimate BY_LENGTH = (model, text) -> (text.characters() + 3) / 4;

  long tokens(String model, TextSample text);
}
