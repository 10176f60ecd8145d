package io.tokenledger.service.http;

import io.smallrye.config.ConfigMapping;

/** How large the body of a request may be: what the service's largest endpoint takes. */
@ConfigMapping(prefix = "tokenledger.body")
public interface BodyConfig {

  /** Bytes. The server has a larger limit behind it, which closes the connection. */
  int maxBytes();
}
