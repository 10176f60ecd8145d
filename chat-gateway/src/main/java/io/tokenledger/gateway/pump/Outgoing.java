package io.tokenledger.gateway.pump;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/**
 * A request to an upstream.
 *
 * @param uri path and query
 * @param headers as they are sent
 * @param body in memory; empty: it is sent as it comes from the client, if there is one
 */
public record Outgoing(HttpMethod method, String uri, MultiMap headers, Optional<Buffer> body) {}
