package io.tokenledger.query.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An erasure, without who it was.
 *
 * @param state running as long as a row may still name the user
 * @param events raw events that were given the pseudonym up to now
 * @param finishedAt null while it is running
 */
public record ErasureAnswer(
    String orgId,
    String pseudonym,
    State state,
    long events,
    Instant requestedAt,
    Optional<Instant> finishedAt) {

  static ErasureAnswer of(Erasure erasure) {
    return new ErasureAnswer(
        erasure.orgId(),
        erasure.pseudonym(),
        erasure.finishedAt().isPresent() ? State.DONE : State.RUNNING,
        erasure.events(),
        erasure.requestedAt(),
        erasure.finishedAt());
  }

  /** How far it is. */
  public enum State {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE
  }

  /**
   * The last asked for first.
   *
   * @param nextCursor null on the last page
   */
  public record Page(List<ErasureAnswer> erasures, Optional<String> nextCursor) {

    static Page of(List<Erasure> found, int limit) {
      return new Page(
          found.stream().limit(limit).map(ErasureAnswer::of).toList(),
          found.size() > limit
              ? Optional.of(Long.toString(found.get(limit - 1).number()))
              : Optional.empty());
    }
  }
}
