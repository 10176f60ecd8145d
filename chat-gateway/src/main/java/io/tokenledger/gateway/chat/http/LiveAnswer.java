package io.tokenledger.gateway.chat.http;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.tokenledger.gateway.chat.ChatEvent;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * An answer that is written as it comes. Its status goes with the first event and not before it, as
 * it does with the framework's own way of events, so that what is refused at once is answered as a
 * problem; each event is asked for when the one before was taken.
 */
final class LiveAnswer implements Flow.Subscriber<ChatEvent> {

  private final Function<ChatEvent, byte[]> format;
  private final HttpServerResponse reader;
  private final UniEmitter<?> ended;
  private Flow.Subscription events;
  private boolean begun;
  private boolean left;

  /**
   * @param ended is told when all is written, or of what failed before anything was
   */
  LiveAnswer(Function<ChatEvent, byte[]> format, HttpServerResponse reader, UniEmitter<?> ended) {
    this.format = format;
    this.reader = reader;
    this.ended = ended;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription subscription) {
    events = subscription;
    if (left) {
      events.cancel();
    } else {
      events.request(1);
    }
  }

  @Override
  public synchronized void onNext(ChatEvent event) {
    if (!begun) {
      begun = true;
      reader.setChunked(true);
      reader.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS);
      reader.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    reader.write(Buffer.buffer(format.apply(event))).onComplete(this::written);
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (begun) {
      reader.reset();
      ended.complete(null);
    } else {
      ended.fail(failure);
    }
  }

  @Override
  public synchronized void onComplete() {
    reader.end();
    ended.complete(null);
  }

  /** The connection is no more, or is done with this. */
  synchronized void leave() {
    left = true;
    if (events != null) {
      events.cancel();
    }
    ended.complete(null);
  }

  private void written(AsyncResult<Void> taken) {
    if (taken.succeeded()) {
      events.request(1);
    } else {
      leave();
    }
  }
}
