package io.tokenledger.gateway.echo;

import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.upstream.BuiltInUpstreams;
import io.tokenledger.gateway.upstream.Upstream;
import io.tokenledger.gateway.upstream.UpstreamConfig.IncludeUsage;
import io.tokenledger.gateway.upstream.UpstreamConfig.OnDisconnect;
import io.tokenledger.service.production.ProductionConfig;
import io.tokenledger.service.production.ProductionConfig.Mode;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The upstream {@code echo}, where it is wanted. */
@Singleton
class EchoUpstream implements BuiltInUpstreams {

  private static final String NAME = "echo";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final List<Upstream> all;

  EchoUpstream(Vertx vertx, EchoConfig config, ProductionConfig production) {
    boolean wanted = config.enabled().orElse(production.mode() == Mode.DEVELOPMENT);
    this.all = wanted ? List.of(started(vertx, config)) : List.of();
  }

  @Override
  public List<Upstream> all() {
    return all;
  }

  private static Upstream started(Vertx vertx, EchoConfig config) {
    int port = new EchoServer(vertx, config.delay().toMillis()).start();
    return new Upstream(
        NAME,
        URI.create("http://127.0.0.1:" + port),
        EnumSet.of(Api.OPENAI, Api.ANTHROPIC),
        Optional.empty(),
        NAME,
        Set.of(EchoServer.MODEL),
        IncludeUsage.AUTO,
        OnDisconnect.DRAIN,
        true,
        true,
        PATIENCE);
  }
}
