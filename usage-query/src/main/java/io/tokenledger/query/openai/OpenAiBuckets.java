package io.tokenledger.query.openai;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The buckets of a page, as the usage API of OpenAI cuts them: hours or days of UTC, of which the
 * first and the last are cut short by the times given. These are taken to the quarter of an hour,
 * the start down and the end up.
 *
 * @param bounds ascending, one more than there are buckets
 * @param next where the next page starts; absent on the last one
 */
record OpenAiBuckets(List<Instant> bounds, Optional<Instant> next) {

  static final Duration QUARTER = Duration.ofMinutes(15);

  /**
   * @param end exclusive
   */
  static OpenAiBuckets of(Instant start, Instant end, Duration width, int limit) {
    Instant last = floor(end.plus(QUARTER).minusNanos(1), QUARTER);
    List<Instant> bounds = new ArrayList<>(List.of(floor(start, QUARTER)));
    while (bounds.size() <= limit && bounds.get(bounds.size() - 1).isBefore(last)) {
      Instant full = floor(bounds.get(bounds.size() - 1), width).plus(width);
      bounds.add(full.isBefore(last) ? full : last);
    }
    Instant reached = bounds.get(bounds.size() - 1);
    return new OpenAiBuckets(
        bounds, reached.isBefore(last) ? Optional.of(reached) : Optional.empty());
  }

  /** The text of {@link #next}, for one org. */
  Optional<String> nextPage(String orgId) {
    return next.map(start -> OpenAiCursor.encode(orgId, start));
  }

  private static Instant floor(Instant time, Duration width) {
    long seconds = time.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, width.toSeconds()));
  }
}
