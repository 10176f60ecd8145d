package io.tokenledger.client;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of events: UUIDs of version 7 (RFC 9562, section 5.7), which are ordered by time, so that the
 * ledger's index of them grows at its end.
 */
public final class EventIds {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;
  private static final long RANDOM_B = 0x3FFFFFFFFFFFFFFFL;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** One secure start for each process: asking for every id could wait for others who ask. */
  private static final long START = new SecureRandom().nextLong();

  private static final AtomicLong COUNT = new AtomicLong();

  private EventIds() {}

  /** A new one. */
  public static String next() {
    return next(System.currentTimeMillis());
  }

  /** Twelve bits of a count, and 62 of its mixture with what only this process knows. */
  static String next(long epochMillis) {
    long count = COUNT.incrementAndGet();
    long most = epochMillis << 16 | VERSION_7 | count & 0xFFF;
    return new UUID(most, VARIANT | mixed(START + count * GOLDEN_GAMMA) & RANDOM_B).toString();
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): each number gives another one. */
  private static long mixed(long number) {
    long z = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
