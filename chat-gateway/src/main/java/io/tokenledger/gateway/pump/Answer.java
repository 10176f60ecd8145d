package io.tokenledger.gateway.pump;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** An answer of an upstream whose headers are there, and of whose body none or some was read. */
public final class Answer {

  private final HttpClientResponse response;
  private final Buffer begun = Buffer.buffer();
  private boolean ended;
  private boolean broken;

  Answer(HttpClientResponse response) {
    this.response = response;
  }

  public HttpClientResponse response() {
    return response;
  }

  /** What was read of the body. */
  public Buffer begun() {
    return begun;
  }

  /** Whether what was read is all of it. */
  boolean ended() {
    return ended;
  }

  boolean broken() {
    return broken;
  }

  /** Whether no more will come. */
  public boolean isOver() {
    return ended || broken;
  }

  Future<Answer> begin(int most) {
    if (isOver()) {
      return Future.succeededFuture(this);
    }
    Promise<Answer> read = Promise.promise();
    response.handler(
        some -> {
          begun.appendBuffer(some);
          if (begun.length() >= most) {
            response.pause();
            read.tryComplete(this);
          }
        });
    response.endHandler(
        end -> {
          ended = true;
          read.tryComplete(this);
        });
    response.exceptionHandler(
        failed -> {
          broken = true;
          read.tryComplete(this);
        });
    response.resume();
    return read.future();
  }

  /** Nobody wants the rest; only a connection whose answer was read whole can be used again. */
  public void drop() {
    if (!ended) {
      response.request().reset();
    }
  }
}
