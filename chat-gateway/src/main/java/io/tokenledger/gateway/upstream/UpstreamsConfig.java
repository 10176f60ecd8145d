package io.tokenledger.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The upstreams: only these are ever called, whatever a request says. */
@ConfigMapping(prefix = "tokenledger.gateway")
public interface UpstreamsConfig {

  /** By name. */
  Map<String, UpstreamConfig> upstreams();
}
