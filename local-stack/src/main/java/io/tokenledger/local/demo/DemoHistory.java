package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ten weeks of calls before a moment: the 30 days a report begins with, and as many to compare them
 * with. The same day always gives the same events with the same ids, so that sending it twice
 * counts once.
 */
final class DemoHistory {

  static final int DAYS = 70;
  private static final long SEED = 20_231_116;

  /** About 850 calls on a working day. */
  private static final int CONVERSATIONS_A_DAY = 90;

  private static final int WEEKEND_PERCENT = 30;
  private static final int PERCENT = 100;

  /** How the conversations of a day fall on its 24 hours (UTC), as people work in several zones. */
  private static final List<Integer> HOURS =
      List.of(2, 2, 1, 1, 1, 2, 4, 7, 10, 11, 11, 9, 9, 11, 12, 12, 11, 9, 7, 6, 5, 4, 3, 3);

  private final List<TraceCall> trace;

  DemoHistory(List<TraceCall> trace) {
    this.trace = trace;
  }

  /**
   * The events that occurred before the moment, made one day at a time. The last day comes first,
   * as it is looked at first.
   */
  Stream<ObjectNode> before(Instant end) {
    LocalDate today = end.atZone(ZoneOffset.UTC).toLocalDate();
    return IntStream.rangeClosed(0, DAYS)
        .mapToObj(today::minusDays)
        .flatMap(this::day)
        .filter(event -> Instant.parse(event.get("occurredAt").asText()).isBefore(end));
  }

  private Stream<ObjectNode> day(LocalDate date) {
    RandomGenerator random = new SplittableRandom(SEED ^ date.toEpochDay());
    int percent = isWeekend(date) ? WEEKEND_PERCENT : random.nextInt(80, 125);
    return Stream.generate(() -> start(date, random))
        .limit((long) CONVERSATIONS_A_DAY * percent / PERCENT * monthPercent(date) / PERCENT)
        .flatMap(start -> conversation(start, random));
  }

  private Stream<ObjectNode> conversation(Instant start, RandomGenerator random) {
    DemoConversation conversation = new DemoConversation(start, random);
    Stream.Builder<ObjectNode> events = Stream.builder();
    Instant time = start;
    while (!conversation.isOver()) {
      conversation.nextCall(time, trace.get(random.nextInt(trace.size()))).forEach(events::add);
      time = time.plusMillis(conversation.pauseMillis());
    }
    return events.build();
  }

  private static Instant start(LocalDate date, RandomGenerator random) {
    int left = random.nextInt(HOURS.stream().mapToInt(Integer::intValue).sum());
    int hour = 0;
    while (left >= HOURS.get(hour)) {
      left -= HOURS.get(hour);
      hour++;
    }
    long within = random.nextLong(Duration.ofHours(1).toMillis());
    return date.atTime(hour, 0).toInstant(ZoneOffset.UTC).plusMillis(within);
  }

  /** No month is as busy as the one before. */
  private static int monthPercent(LocalDate date) {
    long month = YearMonth.from(date).getLong(ChronoField.PROLEPTIC_MONTH);
    return new SplittableRandom(SEED ^ month).nextInt(85, 116);
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
