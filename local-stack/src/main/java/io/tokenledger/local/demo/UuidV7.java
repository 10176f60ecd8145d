package io.tokenledger.local.demo;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids that carry their time (RFC 9562, section 5.7); the same random numbers give the same id. */
public final class UuidV7 {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_A = 0x0fffL;
  private static final long RANDOM_B = 0x3fff_ffff_ffff_ffffL;

  private UuidV7() {}

  public static String at(Instant time, RandomGenerator random) {
    long high = time.toEpochMilli() << 16 | VERSION | random.nextLong() & RANDOM_A;
    long low = VARIANT | random.nextLong() & RANDOM_B;
    return new UUID(high, low).toString();
  }
}
