package io.tokenledger.service.pricebook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the price book comes from. */
@ConfigMapping(prefix = "tokenledger.pricing")
public interface PricingConfig {

  /** The pricing-service. */
  @WithDefault("http://localhost:8082")
  URI url();

  /** A bearer token with the scope {@code prices:read}. */
  Optional<String> token();

  /** How often the book is asked for when no change was announced; mostly it is as it was. */
  @WithDefault("1s")
  Duration refresh();

  /** How often it is looked whether the book is to be asked for. */
  @WithDefault("1s")
  Duration lookEvery();

  /** How long an answer is waited for. */
  @WithDefault("5s")
  Duration patience();

  /**
   * How large a book may be, in MiB of JSON; a larger one is not taken, and the one at hand prices
   * on. In memory it takes about three times as much, and twice while a new one is taken.
   */
  @WithDefault("32")
  int maxBookMib();
}
