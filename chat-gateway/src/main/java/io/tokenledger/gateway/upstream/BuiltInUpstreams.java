package io.tokenledger.gateway.upstream;

import java.util.List;

/** Upstreams that the gateway brings along, beside those that are configured. */
public interface BuiltInUpstreams {

  /** May be empty. */
  List<Upstream> all();
}
