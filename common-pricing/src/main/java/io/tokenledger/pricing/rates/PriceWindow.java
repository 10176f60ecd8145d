package io.tokenledger.pricing.rates;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Token prices of some hours of the week. The moment that counts is when the call was made.
 *
 * @param days on which the window begins, in UTC; it may end on the day after
 * @param from UTC, inclusive
 * @param to UTC, exclusive; not after {@code from}, it is of the next day
 * @param card in place of the standard card
 */
public record PriceWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, RateCard card) {

  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long WEEK = 7 * DAY;

  /** A Monday's beginning, in seconds since the epoch, which was a Thursday. */
  private static final long MONDAY = 4 * DAY;

  public PriceWindow {
    if (days.isEmpty() || card.isEmpty()) {
      throw new IllegalArgumentException("A window has days and prices");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  public boolean covers(Instant at) {
    long moment = Math.floorMod(at.getEpochSecond() - MONDAY, WEEK);
    for (DayOfWeek day : days) {
      if (Math.floorMod(moment - beginOn(day), WEEK) < seconds()) {
        return true;
      }
    }
    return false;
  }

  /** Whether some moment of the week is in both. */
  public boolean overlaps(PriceWindow other) {
    return beginsWithin(other) || other.beginsWithin(this);
  }

  private boolean beginsWithin(PriceWindow other) {
    return days.stream()
        .mapToLong(this::beginOn)
        .anyMatch(
            begin ->
                other.days.stream()
                    .mapToLong(other::beginOn)
                    .anyMatch(its -> Math.floorMod(begin - its, WEEK) < other.seconds()));
  }

  /** In seconds of the week. */
  private long beginOn(DayOfWeek day) {
    return day.ordinal() * DAY + from.toSecondOfDay();
  }

  private long seconds() {
    long seconds = Math.floorMod(to.toSecondOfDay() - from.toSecondOfDay(), DAY);
    return seconds == 0 ? DAY : seconds;
  }
}
