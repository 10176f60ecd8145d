package io.tokenledger.query.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A user who leaves an org's ledger, and how far that is; not who it was.
 *
 * @param pseudonym names the erasure, too
 * @param state running as long as a row of before may still name the user
 * @param events raw events that were given the pseudonym up to now, beside those that came later
 * @param finishedAt null while it is running
 */
public record Erasure(
    String orgId,
    String pseudonym,
    State state,
    long events,
    Instant requestedAt,
    Optional<Instant> finishedAt) {

  /** How far it is. */
  public enum State {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE
  }
}
