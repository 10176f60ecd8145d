package io.tokenledger.gateway;

import io.tokenledger.gateway.pump.BodyReading;
import io.tokenledger.gateway.pump.PumpConfig;
import io.tokenledger.gateway.request.Asked;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** The bodies of metered calls, whose model is to be known before an upstream is chosen. */
@ApplicationScoped
class Bodies {

  /** To read more of it takes longer than an event loop may stand still. */
  private static final int READ_AT_ONCE_BYTES = 128 << 10;

  private static final int FORM_BYTES = 64 << 10;

  private final Vertx vertx;
  private final PumpConfig config;

  Bodies(Vertx vertx, PumpConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  /** 3. What it asks. Other bodies go on as they come. */
  Future<Call> read(Call call) {
    HttpServerRequest request = call.request();
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    if (!call.isMetered()) {
      return Future.succeededFuture(call);
    }
    call.time.stop();
    return BodyReading.of(vertx, request, call.room, config)
        .compose(body -> understand(call, body))
        .map(asked -> understood(call, asked));
  }

  private Future<Asked> understand(Call call, Buffer body) {
    call.time.goOn();
    call.body = Optional.of(body);
    return body.length() <= READ_AT_ONCE_BYTES
        ? Future.succeededFuture(asked(call, body))
        : vertx.executeBlocking(() -> asked(call, body), false);
  }

  private static Asked asked(Call call, Buffer body) {
    if (isForm(call)) {
      String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
      byte[] beginning = body.getBytes(0, Math.min(body.length(), FORM_BYTES));
      return Asked.ofForm(call.target, type, beginning);
    }
    return Asked.of(call.target, body.getBytes());
  }

  /** A server may read JSON whatever the type says, and so do we. */
  static boolean isForm(Call call) {
    String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
    boolean json =
        call.body.filter(body -> body.length() > 0 && body.getByte(0) == '{').isPresent();
    return !json
        && call.target.operation().takesForms()
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static Call understood(Call call, Asked asked) {
    call.asked = Optional.of(asked);
    return call;
  }
}
