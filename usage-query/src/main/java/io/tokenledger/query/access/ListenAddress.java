package io.tokenledger.query.access;

import io.smallrye.config.ConfigMapping;

/** Where the service listens. */
@ConfigMapping(prefix = "quarkus.http")
interface ListenAddress {

  /** A name or an address, set by {@code TOKENLEDGER_HTTP_HOST}. */
  String host();
}
