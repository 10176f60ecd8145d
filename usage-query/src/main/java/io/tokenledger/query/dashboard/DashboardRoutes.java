package io.tokenledger.query.dashboard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Serves the page: every view of it is the same HTML; files come from where it was packed. */
@ApplicationScoped
class DashboardRoutes {

  private static final String WITHOUT_SLASH = "/app";
  private static final String POLICY = "Content-Security-Policy";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private final Optional<IndexPage> page = IndexPage.packed();
  private final boolean enabled;
  private final ContentPolicy policy;

  DashboardRoutes(DashboardConfig config) {
    this.enabled = config.enabled();
    this.policy = ContentPolicy.of(config);
  }

  void register(@Observes Router router) {
    if (enabled) {
      router.get("/").handler(DashboardRoutes::toPage);
      router.get(WITHOUT_SLASH).handler(DashboardRoutes::toPage);
      router.route(AppPath.BASE + "*").handler(this::serve);
    } else {
      router.route(WITHOUT_SLASH).handler(DashboardRoutes::nothing);
      router.route(AppPath.BASE + "*").handler(DashboardRoutes::nothing);
    }
  }

  /** The router takes a path with a slash at its end for the same. */
  private static void toPage(RoutingContext request) {
    if (request.normalizedPath().equals("/") || request.normalizedPath().equals(WITHOUT_SLASH)) {
      request.redirect(AppPath.BASE);
    } else {
      request.next();
    }
  }

  private void serve(RoutingContext request) {
    HttpServerResponse answer = request.response();
    answer.putHeader(POLICY, policy.header());
    switch (AppPath.of(request.normalizedPath())) {
      case VIEW -> view(request);
      case HASHED_FILE -> {
        request.addHeadersEndHandler(ended -> keep(answer));
        request.next();
      }
      case FILE -> {
        request.addHeadersEndHandler(ended -> doNotKeep(answer));
        request.next();
      }
    }
  }

  private void view(RoutingContext request) {
    HttpMethod method = request.request().method();
    if (page.isEmpty() || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
      request.next();
      return;
    }
    String tag = page.get().tag();
    HttpServerResponse answer =
        request
            .response()
            .putHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
            .putHeader(HttpHeaders.ETAG, tag);
    if (tag.equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      answer.setStatusCode(304).end();
    } else {
      // With which Quarkus begins, for what is not to be compressed.
      answer.headers().remove(HttpHeaders.CONTENT_ENCODING);
      answer.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8").end(page.get().html());
    }
  }

  /** Only what is there: a file that is missing may be there later. */
  private static void keep(HttpServerResponse answer) {
    if (answer.getStatusCode() < 400) {
      answer.putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
    }
  }

  /** Nor is it asked for by its time, which a reproducible build never changes. */
  private static void doNotKeep(HttpServerResponse answer) {
    if (answer.headers().contains(HttpHeaders.LAST_MODIFIED)) {
      answer.putHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
      answer.headers().remove(HttpHeaders.LAST_MODIFIED);
    }
  }

  private static void nothing(RoutingContext request) {
    request.response().setStatusCode(404).end();
  }
}
