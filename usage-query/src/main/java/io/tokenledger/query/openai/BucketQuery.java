package io.tokenledger.query.openai;

import java.time.Instant;
import java.util.List;

/**
 * Sums over buckets of time, as the usage API of OpenAI asks for them.
 *
 * @param bounds of the buckets at quarters of an hour, one more than there are buckets
 * @param models only these; empty for all
 * @param users only these; empty for all
 */
record BucketQuery(
    List<Instant> bounds,
    List<String> models,
    List<String> users,
    boolean byModel,
    boolean byUser) {

  /** Whether the user of a call makes a difference. */
  public boolean needsUsers() {
    return byUser || !users.isEmpty();
  }
}
