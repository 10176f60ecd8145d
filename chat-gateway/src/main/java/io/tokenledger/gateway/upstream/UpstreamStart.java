package io.tokenledger.gateway.upstream;

import io.quarkus.runtime.StartupEvent;
import io.tokenledger.service.production.ProductionConfig;
import io.tokenledger.service.production.ProductionConfig.Mode;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Makes the upstreams when the gateway starts, or refuses to start. */
@Singleton
class UpstreamStart {

  private static final Logger LOG = Logger.getLogger(UpstreamStart.class);
  private static final int BEFORE_CALLS = 10;

  private final UpstreamsConfig config;
  private final List<Upstream> configured;
  private final List<Upstream> builtIn;
  private final Mode mode;

  UpstreamStart(UpstreamsConfig config, BuiltInUpstreams builtIn, ProductionConfig production) {
    this.config = config;
    this.configured = ConfiguredUpstreams.of(config.upstreams());
    this.builtIn = builtIn.all();
    this.mode = production.mode();
  }

  void onStart(@Observes @Priority(BEFORE_CALLS) StartupEvent start) {
    if (mode == Mode.PRODUCTION) {
      ProductionUpstreams.check(
          configured,
          builtIn,
          property -> ConfigProvider.getConfig().getConfigValue(property).getSourceName());
    }
    LOG.infof("Calls go to the upstreams %s", all());
  }

  @Produces
  @Singleton
  Upstreams upstreams() {
    return new Upstreams(all());
  }

  @Produces
  @Singleton
  UpstreamClients clients(Vertx vertx) {
    UpstreamClients clients = new UpstreamClients(vertx);
    configured.forEach(one -> clients.open(one, config.upstreams().get(one.name())));
    builtIn.forEach(clients::open);
    return clients;
  }

  private List<Upstream> all() {
    List<Upstream> all = new ArrayList<>(configured);
    all.addAll(builtIn);
    return all;
  }
}
