package io.tokenledger.gateway.pump;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The status and the headers of an answer, which go on before there is a body. */
final class AnswerHead {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private AnswerHead() {}

  static void write(HttpServerRequest request, HttpClientResponse answer, MultiMap headers) {
    HttpServerResponse out = request.response();
    out.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
    for (String name : headers.names()) {
      out.putHeader(name, headers.getAll(name));
    }
    if (hasBody(request, answer) && !headers.contains(HttpHeaders.CONTENT_LENGTH)) {
      out.setChunked(true);
      // A client that waits long for a first byte sees that the call was taken.
      out.writeHead();
    }
  }

  private static boolean hasBody(HttpServerRequest request, HttpClientResponse answer) {
    int status = answer.statusCode();
    return request.method() != HttpMethod.HEAD && status != NO_CONTENT && status != NOT_MODIFIED;
  }
}
