package io.tokenledger.gateway;

import io.tokenledger.gateway.pump.Outgoing;
import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.Headers;
import io.tokenledger.gateway.request.UsageInjection;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** What goes upstream of a call. */
final class Requests {

  private Requests() {}

  static Outgoing outgoing(Call call) {
    HttpServerRequest request = call.request();
    boolean changed = call.asksUsage || call.renamedModel.isPresent();
    boolean ownKey = call.secret.bringsOwnKey();
    MultiMap headers =
        Headers.upstream(
            request.headers(), call.target.api(), call.upstream.key(), ownKey, changed);
    Optional<Buffer> body = call.body.map(whole -> changed ? changed(call, whole) : whole);
    // The body is whole, whatever way it came.
    body.ifPresent(
        whole -> headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(whole.length())));
    return new Outgoing(request.method(), uri(call, ownKey), headers, body);
  }

  private static Buffer changed(Call call, Buffer whole) {
    Asked asked = call.asked.orElseThrow();
    return Buffer.buffer(
        UsageInjection.changed(whole.getBytes(), asked, call.renamedModel, call.asksUsage));
  }

  private static String uri(Call call, boolean ownKey) {
    HttpServerRequest request = call.request();
    String query = Headers.upstreamQuery(request.query(), ownKey);
    return call.upstream.uri(query == null ? request.path() : request.path() + "?" + query);
  }
}
