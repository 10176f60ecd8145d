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

  Exchanges(Vertx vertx, PumpConfig config, UpstreamClients clients) {
    this.vertx = vertx;
    this.config = config;
    this.clients = clients;
  }

  /**
   * @param room that the call takes, from the beginning to the end
   * @param billed whether the upstream bills the call, so that its usage is worth waiting for
   */
  public Exchange begin(Client client, Upstream upstream, OpenCall room, boolean billed) {
    boolean drains = billed && upstream.drains();
    return new Exchange(
        vertx,
        config,
        clients,
        client,
        upstream,
        new Departure(vertx, client, drains, room, config));
  }
}
