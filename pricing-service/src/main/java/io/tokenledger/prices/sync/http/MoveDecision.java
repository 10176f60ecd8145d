package io.tokenledger.prices.sync.http;

import io.tokenledger.prices.http.Note;
import io.tokenledger.service.http.Body;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a decision about a move, which may be absent. */
@Schema(name = "MoveDecision")
record MoveDecision(@Schema(description = "Why, up to 500 characters; may be empty.") String note) {

  static MoveDecision fromBody(byte[] body) {
    return new MoveDecision(Note.of(Body.ofOptional(body, "note").field("note")));
  }
}
