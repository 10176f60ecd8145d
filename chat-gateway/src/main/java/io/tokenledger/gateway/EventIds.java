package io.tokenledger.gateway;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids of events: UUIDs of version 7, which carry their time, so that the ledger finds the day of an
 * event by its id.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562</a>
 */
final class EventIds {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private EventIds() {}

  static String at(long epochMillis) {
    long random = RANDOM.nextLong() & 0xFFFL;
    long low = RANDOM.nextLong() >>> 2;
    return new UUID(epochMillis << 16 | VERSION | random, low | VARIANT).toString();
  }
}
