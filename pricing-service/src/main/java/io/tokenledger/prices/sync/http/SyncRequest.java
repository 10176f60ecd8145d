package io.tokenledger.prices.sync.http;

import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a sync, which may be absent. */
@Schema(name = "SyncRequest")
record SyncRequest(
    @Schema(description = "Whether no price is changed; by default false.") boolean dryRun) {

  /** Either of query and body may ask for a dry run; a real one is what nobody asked to be dry. */
  static SyncRequest of(String query, byte[] body) {
    boolean byBody = Body.ofOptional(body, "dryRun").flag("dryRun");
    return new SyncRequest(Input.parameter("dryRun", query).flag().orElse(false) || byBody);
  }
}
