package io.tokenledger.prices.sync.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One request, whose answer is read only as far as it is allowed to go on: a wrong status or type
 * is not read at all, a list that grows too large is broken off. Whatever ends it, also the
 * caller's patience, closes the connection.
 */
final class Download {

  /** GitHub serves raw JSON as plain text. */
  private static final Set<String> TYPES = Set.of("application/json", "text/plain");

  private static final int OK = 200;

  private final int maxBytes;
  private final Buffer received = Buffer.buffer();
  private volatile HttpClientRequest request;
  private volatile boolean isOver;

  Download(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Used once. */
  Uni<byte[]> start(HttpClient http, RequestOptions options) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              emitter.onTermination(this::close);
              http.request(options)
                  .onSuccess(opened -> send(opened, emitter))
                  .onFailure(e -> emitter.fail(unreachable(e)));
            });
  }

  private void send(HttpClientRequest opened, UniEmitter<? super byte[]> emitter) {
    request = opened;
    if (isOver) {
      opened.reset();
      return;
    }
    opened
        .send()
        .onSuccess(response -> receive(response, emitter))
        .onFailure(e -> emitter.fail(unreachable(e)));
  }

  private void receive(HttpClientResponse response, UniEmitter<? super byte[]> emitter) {
    response.exceptionHandler(e -> emitter.fail(cutOff()));
    Optional<SyncFailedException> refusal = refusal(response);
    if (refusal.isPresent()) {
      end(() -> emitter.fail(refusal.get()));
      return;
    }
    response.endHandler(unused -> emitter.complete(received.getBytes()));
    response.handler(
        part -> {
          if ((long) received.length() + part.length() > maxBytes) {
            end(() -> emitter.fail(tooLarge()));
          } else if (!isOver) {
            received.appendBuffer(part);
          }
        });
  }

  /** Tells first: closing looks like a cut-off connection. */
  private void end(Runnable tell) {
    tell.run();
    close();
  }

  private void close() {
    isOver = true;
    HttpClientRequest opened = request;
    if (opened != null) {
      opened.reset();
    }
  }

  private Optional<SyncFailedException> refusal(HttpClientResponse response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return refusal(SyncFailure.REDIRECT, "The list is elsewhere; redirects are not followed.");
    }
    if (status != OK) {
      return refusal(SyncFailure.HTTP_STATUS, "The host answered with status " + status + ".");
    }
    if (!isJson(response.getHeader("Content-Type"))) {
      return refusal(SyncFailure.CONTENT_TYPE, "The answer is neither JSON nor plain text.");
    }
    return isLonger(response.getHeader("Content-Length"))
        ? Optional.of(tooLarge())
        : Optional.empty();
  }

  private boolean isLonger(String contentLength) {
    try {
      return contentLength != null && Long.parseLong(contentLength) > maxBytes;
    } catch (NumberFormatException e) {
      return false; // What is read is counted in any case.
    }
  }

  private static boolean isJson(String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].trim();
    return TYPES.contains(type.toLowerCase(Locale.ROOT));
  }

  private static Optional<SyncFailedException> refusal(SyncFailure reason, String detail) {
    return Optional.of(new SyncFailedException(reason, detail));
  }

  private SyncFailedException tooLarge() {
    return new SyncFailedException(
        SyncFailure.TOO_LARGE, "The list is larger than " + maxBytes + " bytes.");
  }

  private static SyncFailedException cutOff() {
    return new SyncFailedException(
        SyncFailure.CUT_OFF, "The connection ended in the middle of the list.");
  }

  private static SyncFailedException unreachable(Throwable failure) {
    return new SyncFailedException(
        SyncFailure.UNREACHABLE, "The host did not answer: " + failure.getMessage() + ".");
  }
}
