package io.tokenledger.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Refuses a body that says that it is too large before any of it is read. The server would do so,
 * too, with an answer that says nothing.
 */
@ApplicationScoped
class BodyLimit {

  /** Before the server's own look at the length. */
  private static final int FIRST = 1_000;

  /**
   * Many a client reads no answer before it has sent its body, and never sees one when the
   * connection is closed meanwhile.
   */
  private static final long PATIENCE_MS = 5_000;

  private final int maxBytes;
  private final ObjectMapper json;
  private final Vertx vertx;

  BodyLimit(BodyConfig config, ObjectMapper json, Vertx vertx) {
    this.maxBytes = config.maxBytes();
    this.json = json;
    this.vertx = vertx;
  }

  int maxBytes() {
    return maxBytes;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseTooLarge, FIRST);
  }

  private void refuseTooLarge(RoutingContext call) {
    String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || Long.parseLong(length) <= maxBytes) {
      call.next();
      return;
    }
    closeAfterAnswer(call.request());
    call.response()
        .setStatusCode(ProblemCode.TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(problem());
    call.request().resume();
  }

  /** What still comes of the body is for nobody, and is not waited for without end. */
  void closeAfterAnswer(HttpServerRequest request) {
    request
        .response()
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .endHandler(answered -> vertx.setTimer(PATIENCE_MS, timer -> request.connection().close()));
  }

  static ApiException tooLarge(int maxBytes) {
    return new ApiException(
        ProblemCode.TOO_LARGE, "The body must be " + maxBytes / 1024 + " KiB at most.");
  }

  private String problem() {
    ApiException refusal = tooLarge(maxBytes);
    try {
      return json.writeValueAsString(Problem.of(refusal.code(), refusal.getMessage(), List.of()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
