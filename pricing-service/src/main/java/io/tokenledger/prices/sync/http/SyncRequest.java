package io.tokenledger.prices.sync.http;

import io.tokenledger.prices.http.Note;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;

/** Bodies of the sync API, which may all be absent. */
final class SyncRequest {

  private SyncRequest() {}

  /** Either of query and body may ask for a dry run; a real one is what nobody asked to be dry. */
  static boolean isDryRun(String query, byte[] body) {
    boolean byBody = Body.ofOptional(body, "dryRun").flag("dryRun");
    return Input.parameter("dryRun", query).flag().orElse(false) || byBody;
  }

  /** Empty when there is none. */
  static String note(byte[] body) {
    return Note.of(Body.ofOptional(body, "note").field("note"));
  }
}
