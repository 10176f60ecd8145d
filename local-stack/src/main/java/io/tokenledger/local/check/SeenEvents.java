package io.tokenledger.local.check;

import io.tokenledger.events.Sha256;
import io.tokenledger.events.UsageEvent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The events of a file by org and id, to know those that come again. So many are remembered that
 * the memory is bounded; those beyond are taken for new ones.
 */
final class SeenEvents {

  private static final int MAX = 250_000;

  private static final int KEY_BYTES = 16;

  /**
   * @param hash of the highest revision so far
   */
  private record Seen(long line, long revision, long hash) {}

  private final Map<BigInteger, Seen> events = new HashMap<>();
  private final int max;

  SeenEvents() {
    this(MAX);
  }

  SeenEvents(int max) {
    this.max = max;
  }

  /** The outcome of an event that is valid by itself. */
  Verdict add(long line, UsageEvent event) {
    BigInteger key = key(event);
    Seen before = events.get(key);
    if (before == null || event.revision() > before.revision()) {
      if (before != null || events.size() < max) {
        events.put(key, new Seen(line, event.revision(), event.payloadHash()));
      }
      return before == null
          ? verdict(line, Verdict.Outcome.ACCEPTED, "", event)
          : verdict(line, Verdict.Outcome.REVISION, "takes the place of " + at(before), event);
    }
    if (event.revision() < before.revision()) {
      return verdict(line, Verdict.Outcome.SUPERSEDED, "is below " + at(before), event);
    }
    return event.payloadHash() == before.hash()
        ? verdict(line, Verdict.Outcome.DUPLICATE, "is the same as " + at(before), event)
        : Verdict.refused(
            line,
            "conflict",
            "eventId is that of %s, which says something else; a new call needs a new id"
                .formatted(at(before)));
  }

  /** Whether there were more than are remembered. */
  boolean isFull() {
    return events.size() == max;
  }

  private static Verdict verdict(
      long line, Verdict.Outcome outcome, String detail, UsageEvent event) {
    return new Verdict(line, outcome, "", detail, event, null);
  }

  private static String at(Seen before) {
    return before.revision() == 0
        ? "line " + before.line()
        : "line %d (revision %d)".formatted(before.line(), before.revision());
  }

  private static BigInteger key(UsageEvent event) {
    byte[] both = (event.orgId() + "\n" + event.eventId()).getBytes(StandardCharsets.UTF_8);
    return new BigInteger(Arrays.copyOf(Sha256.of(both), KEY_BYTES));
  }
}
