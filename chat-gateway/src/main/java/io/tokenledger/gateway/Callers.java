package io.tokenledger.gateway;

import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.keys.CallKey;
import io.tokenledger.gateway.keys.CallKeys;
import io.tokenledger.gateway.refusal.Refusal;
import io.tokenledger.gateway.request.CallerSecret;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who calls. */
@ApplicationScoped
class Callers {

  private final CallKeys keys;

  Callers(CallKeys keys) {
    this.keys = keys;
  }

  /** Fails with a refusal. */
  Future<Void> identify(Call call) {
    Optional<CallerSecret> secret =
        CallerSecret.of(call.request().headers(), call.request().query());
    if (secret.isEmpty()) {
      return Future.failedFuture(CallRefusals.of(Refusal.unknownKey()));
    }
    call.secret = secret.get();
    Uni<Optional<CallKey>> found = keys.of(call.secret.secret());
    return Future.fromCompletionStage(found.subscribeAsCompletionStage())
        .recover(failure -> Future.failedFuture(CallRefusals.of(Refusal.keysAway())))
        .compose(key -> known(call, key));
  }

  private static Future<Void> known(Call call, Optional<CallKey> key) {
    if (key.isEmpty()) {
      return Future.failedFuture(CallRefusals.of(Refusal.unknownKey()));
    }
    call.key = key.get();
    return Future.succeededFuture();
  }
}
