package io.tokenledger.client;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One call of a model, as it is sent to the ledger. Immutable, and made by {@link
 * UsageTracker#event()} or {@link #builder()}. An event that the ledger would refuse is made as
 * well, and has a {@link #problem()}.
 */
public final class UsageEvent {

  private final String eventId;
  private final String problem;
  private final byte[] encoded;

  UsageEvent(String eventId, String problem, byte[] encoded) {
    this.eventId = eventId;
    this.problem = problem;
    this.encoded = encoded;
  }

  /** Without an org: {@link UsageTracker#event()} begins one that has the tracker's. */
  public static UsageEventBuilder builder() {
    return new UsageEventBuilder();
  }

  /** What the ledger knows it by: an id of an org counts once, however often it is sent. */
  public String eventId() {
    return eventId;
  }

  /** A sentence that names the field and what is allowed; empty when the event can be sent. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** As it is sent. */
  public String json() {
    return new String(encoded, StandardCharsets.UTF_8);
  }

  /** Must not be changed. */
  byte[] encoded() {
    return encoded;
  }

  @Override
  public String toString() {
    return "UsageEvent " + eventId;
  }
}
