package io.tokenledger.gateway.background;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps responses in the background. All of it fails where the database does not answer. */
interface PendingResponses {

  /** False where as many of the org are pending as may be. */
  Future<Boolean> reserve(PendingResponse response);

  /** The provider has told its id: it can be asked for. */
  Future<Void> name(PendingResponse response, String responseId);

  /** There is no such response. */
  Future<Void> forget(PendingResponse response);

  /** One of the org's own before others'. */
  Future<Optional<PendingResponse>> find(String orgId, String responseId);

  /** Those that are due, in turn of the orgs. Nobody else gets them meanwhile. */
  Future<List<DueResponse>> takeDue(int most);

  /**
   * Keeps how it ended.
   *
   * @return false where that is known: the first one counts
   */
  Future<Boolean> settle(PendingResponse response, byte[] event);

  /** Its event is in a journal. */
  Future<Void> sent(PendingResponse response);

  /** What need not be known any longer. */
  Future<Void> forgetOld();
}
