package io.tokenledger.gateway;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Which paths are calls of an upstream: all that are not the gateway's own. */
@ApplicationScoped
class GatewayRoutes {

  /** Before Quarkus looks at a body, or counts its bytes. */
  private static final int BEFORE_ALL_ELSE = -1000;

  private static final List<String> OWN =
      List.of("/q", "/conversations", "/playground", "/openapi", "/docs");

  private final Calls calls;

  GatewayRoutes(Calls calls) {
    this.calls = calls;
  }

  void routes(@Observes Router router) {
    router.route().order(BEFORE_ALL_ELSE).handler(this::route);
  }

  private void route(RoutingContext context) {
    if (isOwn(context.request().path())) {
      context.next();
    } else {
      calls.take(context.request());
    }
  }

  static boolean isOwn(String path) {
    return path == null
        || path.equals("/")
        || OWN.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
  }
}
