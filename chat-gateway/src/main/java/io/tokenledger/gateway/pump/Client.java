package io.tokenledger.gateway.pump;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * The client of a call, and whether it is still there. Writes fail before the connection is told to
 * be closed, so that a failed write says nothing about the upstream.
 */
public final class Client {

  private final HttpServerRequest request;
  private final HttpServerResponse answer;
  private boolean gone;
  private Runnable whenGone = () -> {};

  public Client(HttpServerRequest request) {
    this.request = request;
    this.answer = request.response();
    answer.closeHandler(closed -> leave());
    answer.exceptionHandler(failed -> leave());
  }

  public HttpServerRequest request() {
    return request;
  }

  public HttpServerResponse answer() {
    return answer;
  }

  public boolean isGone() {
    if (!gone && answer.closed() && !answer.ended()) {
      leave();
    }
    return gone;
  }

  /** One at a time; called at once when the client has left before. */
  void whenGone(Runnable then) {
    whenGone = then;
    if (gone) {
      then.run();
    }
  }

  /** Ends the connection, so that nobody takes what came for the whole answer. */
  public void dismiss() {
    if (request.version() == HttpVersion.HTTP_2) {
      answer.reset();
    } else {
      // Reset, an answer of HTTP/1 tells nobody that it was closed; a shutdown would wait for it.
      request.connection().close();
    }
    leave();
  }

  private void leave() {
    if (!gone && !answer.ended()) {
      gone = true;
      whenGone.run();
    }
  }
}
