package io.tokenledger.service.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The UTC days whose keys raw events have. A key begins with a time, and a day is a range of keys
 * and a partition. As a rule it is the day on which the event occurred, or one beside it; any other
 * day is noted as far when its event is stored. A statement that names the ranges plans and locks
 * no other partition.
 *
 * @param runs of days, ascending and apart
 */
public record KeyDays(List<Run> runs) {

  /** What stands in a statement for the condition, until the far days are known. */
  public static final String CONDITION = ":event_keys";

  /** How many days a key may lie from the day its event occurred and not be far. */
  private static final int BESIDE = 1;

  private static final long LAST_MILLIS = (1L << 48) - 1;

  /** From the first day to the last, inclusive. */
  public record Run(LocalDate first, LocalDate last) {

    /** The run of two moments, the second one exclusive. */
    public static Run between(Instant start, Instant end) {
      return new Run(dayOf(start), dayOf(end.minusNanos(1)));
    }

    private Run upTo(LocalDate day) {
      return day.isAfter(last) ? new Run(first, day) : this;
    }

    private static LocalDate dayOf(Instant instant) {
      return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
  }

  /**
   * @param occurred days on which the events occurred
   * @param far days that are noted as far for some of them
   */
  public static KeyDays of(Collection<Run> occurred, Collection<LocalDate> far) {
    List<Run> sorted =
        Stream.concat(
                occurred.stream()
                    .map(run -> new Run(run.first.minusDays(BESIDE), run.last.plusDays(BESIDE))),
                far.stream().map(day -> new Run(day, day)))
            .sorted(Comparator.comparing(Run::first))
            .toList();
    List<Run> apart = new ArrayList<>();
    for (Run run : sorted) {
      int last = apart.size() - 1;
      if (last >= 0 && !run.first.isAfter(apart.get(last).last.plusDays(1))) {
        apart.set(last, apart.get(last).upTo(run.last));
      } else {
        apart.add(run);
      }
    }
    return new KeyDays(apart);
  }

  /** Whether the day of a key must be noted, so that reads find the event. */
  public static boolean isFar(UUID key, Instant occurredAt) {
    long keyDay = Math.floorDiv(key.getMostSignificantBits() >>> 16, 86_400_000L);
    long day = Math.floorDiv(occurredAt.getEpochSecond(), 86_400L);
    return Math.abs(keyDay - day) > BESIDE;
  }

  /**
   * The smallest key of a UTC day, as {@code raw.first_key_of} says it; of 1970 for days before.
   */
  public static UUID firstKeyOf(LocalDate day) {
    long millis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return new UUID(Math.max(0, Math.min(millis, LAST_MILLIS)) << 16, 0);
  }

  /**
   * @param sql with {@link #CONDITION} in it
   * @param column of the key
   * @param bind what stands in the text for a key
   */
  public String in(String sql, String column, Function<UUID, String> bind) {
    String ranges =
        runs.stream()
            .map(
                run ->
                    "%1$s >= %2$s AND %1$s < %3$s"
                        .formatted(
                            column,
                            bind.apply(firstKeyOf(run.first)),
                            bind.apply(firstKeyOf(run.last.plusDays(1)))))
            .collect(Collectors.joining(" OR "));
    return sql.replace(CONDITION, runs.isEmpty() ? "false" : "(" + ranges + ")");
  }
}
