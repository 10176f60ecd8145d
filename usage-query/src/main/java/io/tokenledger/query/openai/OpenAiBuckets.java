package io.tokenledger.query.openai;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.http.CheckedCursor;
import java.nio.ByteBuffer;
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

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final String LIST = "openai/";

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
    return next.map(
        start ->
            CheckedCursor.encode(
                LIST + orgId, ByteBuffer.allocate(Integer.BYTES).putInt(quarters(start)).array()));
  }

  /** The start of a page, of the text that {@link #nextPage} made. */
  static Instant startOf(String orgId, String page) {
    byte[] position =
        CheckedCursor.find(LIST + orgId, page)
            .filter(bytes -> bytes.length == Integer.BYTES)
            .orElseThrow(
                () ->
                    invalidParameter(
                        "page", "must be the next_page of an earlier answer for this org."));
    int quarters = ByteBuffer.wrap(position).getInt();
    return Instant.EPOCH.plus(QUARTER.multipliedBy(quarters));
  }

  private static int quarters(Instant time) {
    return Math.toIntExact(time.getEpochSecond() / QUARTER.toSeconds());
  }

  private static Instant floor(Instant time, Duration width) {
    long seconds = time.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, width.toSeconds()));
  }
}
