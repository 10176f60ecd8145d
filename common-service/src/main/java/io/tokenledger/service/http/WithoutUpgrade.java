package io.tokenledger.service.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Without TLS, HTTP/1.1 is spoken and nothing else. A large answer follows an upgrade to HTTP/2 at
 * once, which clients do not expect: JDK 17's now and then reads it as frames, and fails, and curl
 * refuses it. RFC 9113 has taken that upgrade away (section 3.1).
 */
@ApplicationScoped
class WithoutUpgrade implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
