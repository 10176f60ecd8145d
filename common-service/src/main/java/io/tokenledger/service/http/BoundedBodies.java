package io.tokenledger.service.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Bounds the bodies of which nobody knows the length before they end. */
@Provider
class BoundedBodies implements ReaderInterceptor {

  private final BodyLimit limit;
  private final HttpServerRequest request;

  BoundedBodies(BodyLimit limit, HttpServerRequest request) {
    this.limit = limit;
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(
        new BoundedBody(
            context.getInputStream(), limit.maxBytes(), () -> limit.closeAfterAnswer(request)));
    return context.proceed();
  }
}
