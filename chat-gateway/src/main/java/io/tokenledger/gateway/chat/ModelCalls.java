package io.tokenledger.gateway.chat;

import io.tokenledger.gateway.keys.HeldKey;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Calls of models as any SDK makes them: in the journal before they go out, and accounted for. */
public interface ModelCalls {

  /**
   * Done when the headers of the answer are there, whatever its status. To reset its request is to
   * leave, as clients do.
   *
   * @param path of the API, such as {@code /v1/chat/completions}
   */
  Future<HttpClientResponse> send(HeldKey key, String path, MultiMap headers, Buffer body);
}
