package io.tokenledger.gateway.background;

import io.tokenledger.gateway.accounting.StartedCall;
import java.util.Optional;

/**
 * A response that was begun in the background.
 *
 * @param upstream where it is
 * @param path of the call that began it, with its query
 * @param ownKey whether it was begun with a key of the caller's, which is kept nowhere: only the
 *     caller can ask for it
 * @param call whose text is left out; empty once its event is sent
 */
public record PendingResponse(
    String orgId,
    String eventId,
    String upstream,
    String path,
    boolean ownKey,
    Optional<StartedCall> call) {

  private static final String COLLECTION = "responses";

  public boolean isSent() {
    return call.isEmpty();
  }

  /** Where the provider tells how it is. */
  String pathOf(String responseId) {
    int query = path.indexOf('?');
    String collection = query < 0 ? path : path.substring(0, query);
    while (collection.endsWith("/")) {
      collection = collection.substring(0, collection.length() - 1);
    }
    return collection + "/" + responseId + (query < 0 ? "" : path.substring(query));
  }

  /** Whether a path is that of all responses, below which each has its own. */
  public static boolean isCollection(String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return bare.endsWith("/" + COLLECTION);
  }
}
