package io.tokenledger.gateway.pump;

import io.tokenledger.gateway.upstream.Upstream;
import io.tokenledger.gateway.upstream.UpstreamClients;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins exchanges. */
@ApplicationScoped
public class Exchanges {

  private final Vertx vertx;
  private final PumpConfig config;
  private final UpstreamClients clients;
  private final OpenCalls calls;

  Exchanges(Vertx vertx, PumpConfig config, UpstreamClients clients, OpenCalls calls) {
    this.vertx = vertx;
    this.config = config;
    this.clients = clients;
    this.calls = calls;
  }

  /**
   * @param billed whether the upstream bills the call, so that its usage is worth waiting for
   */
  public Exchange begin(Client client, Upstream upstream, boolean billed) {
    boolean drains = billed && upstream.drains();
    return new Exchange(
        vertx,
        config,
        clients,
        client,
        upstream,
        new Departure(vertx, client, drains, calls, config));
  }
}
